/** Rules about a whole definition, one class a rule, and what AWS would answer. */
@NullMarked
package io.asl4j.core.validate;

import org.jspecify.annotations.NullMarked;
