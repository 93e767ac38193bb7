package io.asl4j.builder;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Runs branches side by side, each from the same input; the result is the array of their outputs.
 *
 * @see Jsonata#parallel
 */
public final class JsonataParallel extends ParallelFields<JsonataParallel>
    implements JsonataState,
        JsonataArguments<JsonataParallel>,
        JsonataOutput<JsonataParallel>,
        JsonataWorking<JsonataParallel>,
        Assigning<JsonataParallel>,
        Continuing<JsonataParallel> {

  JsonataParallel(String name, ObjectNode fields, List<Branch> branches) {
    super(name, Language.JSONATA, fields, branches);
  }

  @Override
  JsonataParallel with(ObjectNode changed, List<Branch> changedBranches) {
    return new JsonataParallel(name(), changed, changedBranches);
  }
}
