/** What a Task state asks for and who answers: calls, handlers, tokens. */
@NullMarked
package io.asl4j.runtime.task;

import org.jspecify.annotations.NullMarked;
