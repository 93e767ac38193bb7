/** Pictures of what an execution did. */
@NullMarked
package io.asl4j.cli.graph;

import org.jspecify.annotations.NullMarked;
