/**
 * State machines written in Java: a typed builder for definitions in both query languages.
 *
 * <p>{@link io.asl4j.builder.JsonPath} and {@link io.asl4j.builder.Jsonata} are where to begin;
 * {@link io.asl4j.builder.MachineDefinition#of} is for changing a machine that exists. Everything
 * here is immutable: each method gives a new value, and nothing that was handed over is changed.
 */
@NullMarked
package io.asl4j.builder;

import org.jspecify.annotations.NullMarked;
