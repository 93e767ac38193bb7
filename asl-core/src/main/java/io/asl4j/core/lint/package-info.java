/**
 * Rules about definitions that AWS accepts but that hardly do what was meant, one class a rule, and
 * advice about what a definition costs and risks.
 */
@NullMarked
package io.asl4j.core.lint;

import org.jspecify.annotations.NullMarked;
