/**
 * JSON tree to state machine: which fields an object may have, what values they take, and what the
 * parts become.
 */
@NullMarked
package io.asl4j.core.parse;

import org.jspecify.annotations.NullMarked;
