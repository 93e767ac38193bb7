package io.asl4j.core.parse;

/**
 * What all parsers of one definition share.
 *
 * @param machineLanguage the query language of the whole machine, which states have unless they say
 *     otherwise
 * @param findings takes what is wrong
 * @param queries compiles what stands in the query languages
 */
record Context(Dialect machineLanguage, Findings findings, Queries queries) {

  /** Checks the fields of an object that is a state, or is part of none. */
  FieldReader check(Spot object, Shape shape, Dialect language) {
    return FieldReader.check(object, object, shape, language, findings);
  }
}
