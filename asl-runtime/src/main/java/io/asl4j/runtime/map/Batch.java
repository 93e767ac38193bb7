package io.asl4j.runtime.map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The input of one child execution of a Map with an {@code ItemBatcher}.
 *
 * @param input {@code {"BatchInput": ..., "Items": [...]}}; without {@code BatchInput} if the
 *     batcher has none
 * @param size how many items it holds; at least 1
 */
public record Batch(JsonNode input, int size) {}
