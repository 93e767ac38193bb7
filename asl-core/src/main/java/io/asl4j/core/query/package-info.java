/** The seam to the query languages: compiled expressions and templates, and what they see. */
@NullMarked
package io.asl4j.core.query;

import org.jspecify.annotations.NullMarked;
