package io.asl4j.core.parse;

import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.diagnostic.Nearest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Reads the fields of one object of a definition against its shape.
 *
 * <p>Making a reader reports everything that is wrong with the fields as such: unknown ones, those
 * of the other query language, missing and mutually exclusive ones, wrong types and values. The
 * accessors then give well-formed values only, so that whoever builds the model needs no checks; a
 * field with a bad value reads as if it were not there.
 */
final class FieldReader {

  private final Spot object;
  private final Spot state;
  private final Shape shape;
  private final Dialect language;
  private final Findings findings;

  private FieldReader(Spot object, Spot state, Shape shape, Dialect language, Findings findings) {
    this.object = object;
    this.state = state;
    this.shape = shape;
    this.language = language;
    this.findings = findings;
  }

  /**
   * Checks an object and gives a reader for it.
   *
   * @param object must hold a JSON object
   * @param state the state that the object is a part of, or the object itself
   */
  static FieldReader check(
      Spot object, Spot state, Shape shape, Dialect language, Findings findings) {
    FieldReader reader = new FieldReader(object, state, shape, language, findings);
    reader.checkPresentFields();
    reader.checkMissingFields();
    reader.checkExclusions();
    return reader;
  }

  /** The object itself. */
  Spot object() {
    return object;
  }

  Dialect language() {
    return language;
  }

  boolean isJsonata() {
    return language == Dialect.JSONATA;
  }

  /**
   * Where a value inside the state is, as AWS names it in the cause of a failed evaluation: {@code
   * Choices[1]/Condition}.
   */
  String location(Spot inside) {
    return inside.locationIn(state);
  }

  /** A reader for an object inside this one, which belongs to the same state. */
  FieldReader inside(Spot part, Shape partShape) {
    return check(part, state, partShape, language, findings);
  }

  /** Whether the object has a field that its shape does not know in any query language. */
  boolean hasUnknownFields() {
    return object.fields().stream().anyMatch(spot -> shape.field(spot.name()).isEmpty());
  }

  /** The field of that name if it is there, allowed here and well-formed. */
  Optional<Spot> value(String name) {
    Spot spot = object.field(name);
    if (!spot.isPresent()) {
      return Optional.empty();
    }
    return shape
        .field(name)
        .filter(field -> field.dialect().includes(language))
        .filter(field -> field.type().misfit(spot.node(), language).isEmpty())
        .map(field -> spot);
  }

  /** A string. */
  Optional<String> text(String name) {
    return value(name).filter(spot -> spot.node().isTextual()).map(spot -> spot.node().textValue());
  }

  /** A number without fraction, or the default. */
  long whole(String name, long otherwise) {
    return value(name)
        .filter(spot -> spot.node().isNumber())
        .map(spot -> spot.node().decimalValue().longValue())
        .orElse(otherwise);
  }

  /** A number, or the default. */
  BigDecimal decimal(String name, BigDecimal otherwise) {
    return value(name)
        .filter(spot -> spot.node().isNumber())
        .map(spot -> spot.node().decimalValue())
        .orElse(otherwise);
  }

  /** Whether the field is there and true. */
  boolean isTrue(String name) {
    return value(name).filter(spot -> spot.node().asBoolean(false)).isPresent();
  }

  /** The elements of an array; none if the field is not there. */
  List<Spot> items(String name) {
    return value(name).map(Spot::items).orElse(List.of());
  }

  private void checkPresentFields() {
    for (Spot spot : object.fields()) {
      Optional<Field> field = shape.field(spot.name());
      if (field.isEmpty()) {
        reportUnknown(spot);
      } else if (!field.get().dialect().includes(language)) {
        reportOtherLanguage(spot, field.get().dialect());
      } else {
        field
            .get()
            .type()
            .misfit(spot.node(), language)
            .ifPresent(misfit -> reportMisfit(spot, misfit));
      }
    }
  }

  private void reportUnknown(Spot spot) {
    Diagnostic unknown =
        Diagnostic.error(
                Codes.UNKNOWN_FIELD,
                Words.capitalized(shape.noun())
                    + " has no field "
                    + Words.quoted(spot.name())
                    + ".")
            .aws("Field '" + spot.name() + "' is not supported", object.awsLocation());
    Optional<String> near = Nearest.to(spot.name(), namesOfAbsentFields());
    findings.addAtKey(
        spot, near.map(name -> unknown.hint("did you mean `" + name + "`?")).orElse(unknown));
  }

  private Collection<String> namesOfAbsentFields() {
    List<String> names = new ArrayList<>();
    for (Field field : shape.fields()) {
      if (field.dialect().includes(language) && !object.field(field.name()).isPresent()) {
        names.add(field.name());
      }
    }
    return names;
  }

  private void reportOtherLanguage(Spot spot, Dialect other) {
    Diagnostic diagnostic =
        Diagnostic.error(
                Codes.OTHER_LANGUAGE_FIELD,
                "Field `%s` belongs to %s, but the query language here is %s."
                    .formatted(spot.name(), other.languageName(), language.languageName()))
            .aws(
                "The QueryLanguage is set to '%s', but field '%s' is only supported for the '%s' QueryLanguage"
                    .formatted(language.languageName(), spot.name(), other.languageName()),
                object.awsLocation());
    findings.addAtKey(
        spot, OtherLanguage.counterpart(spot.name()).map(diagnostic::hint).orElse(diagnostic));
  }

  private void reportMisfit(Spot spot, Misfit misfit) {
    String message =
        "Field `%s` must be %s, but is %s."
            .formatted(spot.name(), misfit.expected(), Words.found(spot.node()));
    findings.add(
        spot,
        Diagnostic.error(misfit.code(), message).aws(misfit.awsMessage(), spot.awsLocation()));
  }

  private void checkMissingFields() {
    List<String> missing = new ArrayList<>();
    for (Field field : shape.fields()) {
      if (field.isRequired()
          && field.dialect().includes(language)
          && !object.field(field.name()).isPresent()) {
        missing.add(field.name());
      }
    }
    if (!missing.isEmpty()) {
      reportMissing(missing);
    }
  }

  private void reportMissing(List<String> missing) {
    String message =
        "%s needs the %s %s."
            .formatted(
                Words.capitalized(shape.noun()),
                missing.size() == 1 ? "field" : "fields",
                Words.list(missing));
    findings.add(
        object,
        Diagnostic.error(Codes.REQUIRED_FIELD, message)
            .aws(
                "These fields are required: [" + String.join(", ", missing) + "]",
                object.awsLocation()));
  }

  private void checkExclusions() {
    for (Exclusion exclusion : shape.exclusions()) {
      List<String> usable = exclusion.names().stream().filter(this::isUsable).toList();
      List<String> present =
          usable.stream().filter(name -> object.field(name).isPresent()).toList();
      if (present.size() > 1) {
        reportTooMany(usable, present);
      } else if (present.isEmpty() && exclusion.isOneRequired() && !hasAny(exclusion.names())) {
        reportNone(usable);
      }
    }
  }

  private boolean hasAny(List<String> names) {
    return names.stream().anyMatch(name -> object.field(name).isPresent());
  }

  private boolean isUsable(String name) {
    return shape.field(name).filter(field -> field.dialect().includes(language)).isPresent();
  }

  private void reportTooMany(List<String> usable, List<String> present) {
    findings.addAtKey(
        object.field(present.getLast()),
        Diagnostic.error(
                Codes.EXCLUSIVE_FIELDS,
                "%s can have only one of the fields %s, but has %s."
                    .formatted(
                        Words.capitalized(shape.noun()), Words.list(usable), Words.list(present)))
            .hint("keep one of them")
            .aws(
                "There should only be one of the following fields: ["
                    + String.join(", ", present)
                    + "]",
                object.awsLocation()));
  }

  private void reportNone(List<String> usable) {
    String expected =
        usable.size() == 1
            ? "the field " + Words.list(usable)
            : "one of the fields " + Words.list(usable);
    findings.add(
        object,
        Diagnostic.error(
                Codes.REQUIRED_FIELD,
                "%s needs %s.".formatted(Words.capitalized(shape.noun()), expected))
            .aws(
                "One of these fields is required: [" + String.join(", ", usable) + "]",
                object.awsLocation()));
  }
}
