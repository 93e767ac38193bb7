package io.asl4j.runtime.map;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * One item of a Map state.
 *
 * @param value the item as it was read; never to be changed
 * @param key the member name, when the Map iterates an object; else null
 * @param source where a Distributed Map read it from: {@code STATE_DATA}, {@code S3://bucket} or {@code S3://bucket/key}; null in an
 *     inline Map
 */
public record MapItem(JsonNode value, @Nullable String key, @Nullable String source) {}
