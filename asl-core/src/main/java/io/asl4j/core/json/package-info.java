/**
 * JSON and YAML text with positions, and JSON values as values.
 *
 * <p>The value type is Jackson's {@link com.fasterxml.jackson.databind.JsonNode}. A node that was
 * handed over is never changed here or by a caller. {@link io.asl4j.core.json.DefinitionText} reads
 * a definition and remembers where each value stood; {@link io.asl4j.core.json.Json} reads and
 * writes data without positions. Everything here copes with any nesting without recursion.
 */
@NullMarked
package io.asl4j.core.json;

import org.jspecify.annotations.NullMarked;
