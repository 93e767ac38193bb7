package io.asl4j.builder;

/** One state that is being written, with the query language JSONata. */
public sealed interface JsonataState extends StateDefinition
    permits JsonataTask,
        JsonataParallel,
        JsonataMap,
        JsonataPass,
        JsonataWait,
        JsonataChoice,
        JsonataSucceed,
        JsonataFail {}
