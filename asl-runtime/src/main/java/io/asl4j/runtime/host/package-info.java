/** The worlds a walk can live in: real time on virtual threads, and modelled time. */
@NullMarked
package io.asl4j.runtime.host;

import org.jspecify.annotations.NullMarked;
