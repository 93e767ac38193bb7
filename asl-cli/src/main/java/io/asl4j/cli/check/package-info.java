/** Checks files: finds definitions, reads and judges them, and keeps what the user asked for. */
@NullMarked
package io.asl4j.cli.check;

import org.jspecify.annotations.NullMarked;
