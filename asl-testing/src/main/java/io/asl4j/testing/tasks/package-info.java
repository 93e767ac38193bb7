/**
 * Answers for Task states, written down in a file: what to return, how to fail, which program to
 * run or which URL to call.
 *
 * <p>{@link io.asl4j.testing.tasks.TasksFile} is where to begin.
 */
@NullMarked
package io.asl4j.testing.tasks;

import org.jspecify.annotations.NullMarked;
