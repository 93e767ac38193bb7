package io.asl4j.builder;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Runs branches side by side, each from the same input; the result is the array of their outputs.
 *
 * @see JsonPath#parallel
 */
public final class JsonPathParallel extends ParallelFields<JsonPathParallel>
    implements JsonPathState,
        JsonPathFlow<JsonPathParallel>,
        JsonPathWorking<JsonPathParallel>,
        JsonPathAssigning<JsonPathParallel>,
        Continuing<JsonPathParallel> {

  JsonPathParallel(String name, ObjectNode fields, List<Branch> branches) {
    super(name, Language.JSONPATH, fields, branches);
  }

  @Override
  JsonPathParallel with(ObjectNode changed, List<Branch> changedBranches) {
    return new JsonPathParallel(name(), changed, changedBranches);
  }
}
