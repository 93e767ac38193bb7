/** Measures what a transition, a branch and an expression cost, beside what they could cost. */
@NullMarked
package io.asl4j.benchmarks;

import org.jspecify.annotations.NullMarked;
