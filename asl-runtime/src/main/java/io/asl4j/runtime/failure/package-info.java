/**
 * How states and executions fail: error names, causes, and the unwinding of a stopped execution.
 */
@NullMarked
package io.asl4j.runtime.failure;

import org.jspecify.annotations.NullMarked;
