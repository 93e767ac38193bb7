/** What the examples share. */
@NullMarked
package io.asl4j.examples;

import org.jspecify.annotations.NullMarked;
