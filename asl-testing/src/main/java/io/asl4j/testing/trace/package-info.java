/**
 * What an execution did, read from its events: visits of states, attempts, items; and where each
 * state stands in the text of its definition.
 */
@NullMarked
package io.asl4j.testing.trace;

import org.jspecify.annotations.NullMarked;
