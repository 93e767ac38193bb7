/** JSONPath: paths, reference paths, payload templates and intrinsic functions. */
@NullMarked
package io.asl4j.core.query.jsonpath;

import org.jspecify.annotations.NullMarked;
