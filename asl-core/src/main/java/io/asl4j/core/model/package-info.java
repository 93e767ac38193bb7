/** The immutable state machine: states, choice rules, retriers, catchers and what a Map needs. */
@NullMarked
package io.asl4j.core.model;

import org.jspecify.annotations.NullMarked;
