/** A data pipeline: files, crawler, job, query. */
@NullMarked
package io.asl4j.examples.pipeline;

import org.jspecify.annotations.NullMarked;
