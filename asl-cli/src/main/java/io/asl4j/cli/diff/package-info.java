/** What is different between two versions of a definition, told in terms of states. */
@NullMarked
package io.asl4j.cli.diff;

import org.jspecify.annotations.NullMarked;
