/**
 * Distributed Map: reading items, batching them, counting failures, and writing results.
 *
 * <p>{@link io.asl4j.runtime.map.ItemSources} opens what an {@code ItemReader} asks for, {@link
 * io.asl4j.runtime.map.Batches} groups what children get, {@link io.asl4j.runtime.map.Tolerance}
 * says when failures are too many, {@link io.asl4j.runtime.map.ResultSinks} opens what a {@code
 * ResultWriter} asks for. Objects live in an {@link io.asl4j.runtime.map.ObjectStore}. Nothing here
 * knows the walk.
 */
@NullMarked
package io.asl4j.runtime.map;

import org.jspecify.annotations.NullMarked;
