package io.asl4j.core.model;

import io.asl4j.core.query.Template;

/**
 * One rule of a Choice state.
 *
 * @param output JSONata only: the rule's own output, else the state's
 * @param assign the rule's own; the state's does not apply when a rule is taken
 */
public record ChoiceRule(Condition condition, String next, Template output, Assign assign) {}
