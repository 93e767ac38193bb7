/** The snippets of docs/embedding.md, run. */
@NullMarked
package io.asl4j.examples.embedding;

import org.jspecify.annotations.NullMarked;
