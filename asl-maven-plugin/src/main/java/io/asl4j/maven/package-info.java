/**
 * The Maven plugin: finds a Java for the {@code asl} command, runs it there and tells its results.
 */
@NullMarked
package io.asl4j.maven;

import org.jspecify.annotations.NullMarked;
