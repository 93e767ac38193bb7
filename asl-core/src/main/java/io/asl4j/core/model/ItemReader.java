package io.asl4j.core.model;

import io.asl4j.core.query.Template;

/**
 * Reads the items of a Distributed Map from outside the state's input.
 *
 * @param resource such as {@code arn:aws:states:::s3:getObject}
 * @param arguments {@code Parameters} or {@code Arguments}
 * @param config {@code ReaderConfig} as written, with its queries compiled; an empty object when
 *     left out
 * @param maxItems {@code ReaderConfig.MaxItems} or {@code MaxItemsPath}
 */
public record ItemReader(String resource, Template arguments, Template config, Quantity maxItems) {}
