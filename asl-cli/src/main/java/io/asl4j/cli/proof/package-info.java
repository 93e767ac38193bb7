/** What the checks are worth, measured on definitions of others, as a page. */
@NullMarked
package io.asl4j.cli.proof;

import org.jspecify.annotations.NullMarked;
