/**
 * Service integrations that need no cloud: the HTTP Task, and executions started by a state
 * machine.
 *
 * <p>Bind them to their resources with {@link io.asl4j.runtime.task.TaskHandlers}.
 */
@NullMarked
package io.asl4j.runtime.service;

import org.jspecify.annotations.NullMarked;
