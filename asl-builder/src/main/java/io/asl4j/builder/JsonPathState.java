package io.asl4j.builder;

/** One state that is being written, with the query language JSONPath. */
public sealed interface JsonPathState extends StateDefinition
    permits JsonPathTask,
        JsonPathParallel,
        JsonPathMap,
        JsonPathPass,
        JsonPathWait,
        JsonPathChoice,
        JsonPathSucceed,
        JsonPathFail {}
