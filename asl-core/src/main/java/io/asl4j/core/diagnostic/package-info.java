/**
 * Findings about a definition: stable codes, places, messages for people, and how they are printed.
 */
@NullMarked
package io.asl4j.core.diagnostic;

import org.jspecify.annotations.NullMarked;
