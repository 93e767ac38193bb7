/**
 * Reads, checks and models Amazon States Language definitions: text in, immutable state machine or
 * diagnostics out.
 */
@NullMarked
package io.asl4j.core;

import org.jspecify.annotations.NullMarked;
