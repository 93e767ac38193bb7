/** Definitions written down in one way: the same text whoever typed it. */
@NullMarked
package io.asl4j.cli.format;

import org.jspecify.annotations.NullMarked;
