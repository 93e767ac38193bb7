/** State machines as graphs: what leads where, and where to draw it. */
@NullMarked
package io.asl4j.core.graph;

import org.jspecify.annotations.NullMarked;
