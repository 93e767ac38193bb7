/** Distributed Map: reading items, batching them, and writing results. */
@NullMarked
package io.asl4j.runtime.map;

import org.jspecify.annotations.NullMarked;
