/** A document approval that takes weeks. */
@NullMarked
package io.asl4j.examples.approval;

import org.jspecify.annotations.NullMarked;
