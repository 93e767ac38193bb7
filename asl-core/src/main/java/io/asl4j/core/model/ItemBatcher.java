package io.asl4j.core.model;

import io.asl4j.core.query.Template;
import java.util.Optional;

/**
 * Groups the items of a Distributed Map, so that each child execution gets several.
 *
 * @param maxItemsPerBatch how many items at the most
 * @param maxInputBytesPerBatch how many bytes of child input at the most
 * @param batchInput constant input merged into each batch
 */
public record ItemBatcher(
    Quantity maxItemsPerBatch, Quantity maxInputBytesPerBatch, Optional<Template> batchInput) {}
