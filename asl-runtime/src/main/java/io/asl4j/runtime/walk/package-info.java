/** The walk over a state machine: pure decisions, and one door to the world. */
@NullMarked
package io.asl4j.runtime.walk;

import org.jspecify.annotations.NullMarked;
