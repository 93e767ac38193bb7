/** What happened in an execution, event by event, as AWS Step Functions tells it. */
@NullMarked
package io.asl4j.runtime.history;

import org.jspecify.annotations.NullMarked;
