package io.asl4j.testing.suite;

import io.asl4j.testing.tasks.Answer;
import io.asl4j.testing.tasks.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a mock configuration file; what is wrong becomes findings, and what is left is kept. */
final class MockConfigReader {

  private static final List<String> RESPONSES = List.of("MockedResponses", "MockedResponse");
  private static final Pattern CALLS =
      Pattern.compile("\\s*(\\d{1,6})\\s*(?:-\\s*(\\d{1,6})\\s*)?");
  private static final int MOST_CALLS = 100_000;

  private final Reading reading;

  MockConfigReader(Reading reading) {
    this.reading = reading;
  }

  /** The answers of each response by the number of the call. */
  Map<String, SortedMap<Integer, Answer>> responses(Entry root) {
    Map<String, SortedMap<Integer, Answer>> responses = new LinkedHashMap<>();
    if (!root.value().isObject()) {
      reading.wrongType(root, "a mock configuration", "an object with `StateMachines`");
      return responses;
    }
    warnOfOthers(root, "the file", List.of("StateMachines", "MockedResponses", "MockedResponse"));
    for (String section : RESPONSES) {
      Entry all = root.field(section);
      if (isObject(all, "`" + section + "`")) {
        Reading.keys(all).forEach(name -> responses.put(name, response(all.field(name))));
      }
    }
    cases(root.field("StateMachines"), responses);
    return responses;
  }

  /** Step Functions Local passes over what it does not know; a word misspelled is worth a word. */
  private void warnOfOthers(Entry entry, String what, List<String> keys) {
    for (String key : Reading.keys(entry)) {
      if (!keys.contains(key)) {
        reading.warnAtKey(
            SuiteFindings.MOCK_FILES_ARE_RIGHT,
            entry.field(key),
            "`%s` is no key of %s, and is passed over.".formatted(key, what),
            Reading.suggestion(key, keys));
      }
    }
  }

  private boolean isObject(Entry entry, String what) {
    if (entry.isMissing()) {
      return false;
    }
    if (!entry.value().isObject()) {
      reading.wrongType(entry, what, "an object");
      return false;
    }
    return true;
  }

  private SortedMap<Integer, Answer> response(Entry response) {
    SortedMap<Integer, Answer> answers = new TreeMap<>();
    if (!isObject(response, "a response")) {
      return answers;
    }
    for (String calls : Reading.keys(response)) {
      Entry at = response.field(calls);
      Matcher range = CALLS.matcher(calls);
      if (!range.matches()) {
        reading.errorAtKey(
            SuiteFindings.MOCK_FILES_ARE_RIGHT,
            at,
            "`%s` names no calls.".formatted(calls),
            "write `0` or `1-3`");
        continue;
      }
      int first = Integer.parseInt(range.group(1));
      int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
      if (last < first || last >= MOST_CALLS) {
        reading.errorAtKey(
            SuiteFindings.MOCK_FILES_ARE_RIGHT,
            at,
            "`%s` is no range of calls below %d.".formatted(calls, MOST_CALLS),
            "write the lower number first, such as `1-3`");
        continue;
      }
      Answer answer = answer(at).orElse(null);
      for (int call = first; answer != null && call <= last; call++) {
        if (answers.put(call, answer) != null) {
          reading.errorAtKey(
              SuiteFindings.MOCK_FILES_ARE_RIGHT,
              at,
              "Call %d has two responses.".formatted(call),
              "take one of them out");
          break;
        }
      }
    }
    return answers;
  }

  private Optional<Answer> answer(Entry at) {
    boolean returns = at.value().has("Return");
    if (returns == at.value().has("Throw")) {
      reading.errorAtKey(
          SuiteFindings.MOCK_FILES_ARE_RIGHT,
          at,
          "A response has either `Return` or `Throw`, got %s.".formatted(returns ? "both" : "none"),
          "");
      return Optional.empty();
    }
    warnOfOthers(at, "a response", List.of("Return", "Throw"));
    if (returns) {
      return Optional.of(Answer.of(new Outcome.Return(at.field("Return").value())));
    }
    Entry thrown = at.field("Throw");
    if (!isObject(thrown, "`Throw`")) {
      return Optional.empty();
    }
    warnOfOthers(thrown, "`Throw`", List.of("Error", "Cause"));
    return Optional.of(
        Answer.of(
            new Outcome.Fail(
                reading.text(thrown.field("Error"), "`Error`"),
                reading.text(thrown.field("Cause"), "`Cause`"))));
  }

  private void cases(Entry machines, Map<String, SortedMap<Integer, Answer>> responses) {
    if (machines.isMissing()) {
      reading.errorAtKey(
          SuiteFindings.MOCK_FILES_ARE_RIGHT,
          machines,
          "The file has no `StateMachines`.",
          "it names the machines to test");
      return;
    }
    if (!isObject(machines, "`StateMachines`")) {
      return;
    }
    for (String name : Reading.keys(machines)) {
      Entry machine = machines.field(name);
      Entry cases = machine.field("TestCases");
      if (!isObject(machine, "a machine")) {
        continue;
      }
      warnOfOthers(machine, "a machine", List.of("TestCases"));
      if (isObject(cases, "`TestCases`")) {
        Reading.keys(cases).forEach(each -> testCase(cases.field(each), responses));
      }
    }
  }

  private void testCase(Entry test, Map<String, SortedMap<Integer, Answer>> responses) {
    if (!isObject(test, "a case")) {
      return;
    }
    for (String state : Reading.keys(test)) {
      Entry response = test.field(state);
      String wanted = reading.text(response, "the response of a state").orElse("");
      if (response.value().isTextual() && !responses.containsKey(wanted)) {
        reading.error(
            SuiteFindings.MOCK_FILES_ARE_RIGHT,
            response,
            "There is no response `%s`.".formatted(wanted),
            Reading.suggestion(wanted, responses.keySet()));
      }
    }
  }
}
