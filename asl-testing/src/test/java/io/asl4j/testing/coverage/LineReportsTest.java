package io.asl4j.testing.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.asl4j.core.json.SourceText;
import io.asl4j.testing.Fixtures;
import io.asl4j.testing.suite.TestFile;
import io.asl4j.testing.suite.TestSuite;
import io.asl4j.testing.trace.Definition;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** The formats that know only lines and branches: LCOV and JaCoCo's XML. */
class LineReportsTest {

  /** What JaCoCo's report may be made of, as its documentation of the format says. */
  private static final String FORMAT =
      """
      <!ELEMENT report (sessioninfo*, (group* | package*), counter*)>
      <!ATTLIST report name CDATA #REQUIRED>
      <!ELEMENT sessioninfo EMPTY>
      <!ELEMENT group ((group* | package*), counter*)>
      <!ELEMENT package ((class | sourcefile)*, counter*)>
      <!ATTLIST package name CDATA #REQUIRED>
      <!ELEMENT class EMPTY>
      <!ELEMENT sourcefile (line*, counter*)>
      <!ATTLIST sourcefile name CDATA #REQUIRED>
      <!ELEMENT line EMPTY>
      <!ATTLIST line nr CDATA #REQUIRED mi CDATA #IMPLIED ci CDATA #IMPLIED mb CDATA #IMPLIED cb CDATA #IMPLIED>
      <!ELEMENT counter EMPTY>
      <!ATTLIST counter type (INSTRUCTION | BRANCH | LINE | COMPLEXITY | METHOD | CLASS) #REQUIRED
        missed CDATA #REQUIRED covered CDATA #REQUIRED>
      """;

  @TempDir Path folder;
  private final Coverage coverage = new Coverage();

  @BeforeEach
  void runTheExamples() throws IOException {
    List<TestFile> files =
        TestFile.find(Fixtures.root().resolve("asl-examples")).stream()
            .filter(file -> !file.toString().contains("renewal"))
            .map(TestFile::read)
            .toList();
    new TestSuite(files, test -> !test.name().contains("refused"), OptionalLong.empty())
        .run(coverage);
    coverage.report().writeTo(folder);
  }

  private Stream<MachineCoverage> machines() {
    return coverage.report().machines().stream();
  }

  @Test
  void lcovHasALineForEachStateWhereItsNameStands() throws IOException {
    Map<String, List<String>> records = records();

    assertThat(records.keySet())
        .containsExactlyElementsOf(machines().map(m -> m.definition().name()).sorted().toList());
    machines()
        .forEach(
            machine -> {
              Definition definition = machine.definition();
              SourceText text = definition.map().source();
              List<String> record = records.getOrDefault(definition.name(), List.of());
              for (String state : definition.states().keySet()) {
                int line = definition.line(state);
                assertThat(text.line(line)).contains(state);
                assertThat(record).anyMatch(entry -> entry.startsWith("DA:" + line + ","));
              }
            });
  }

  @Test
  void lcovCountsWhatItLists() throws IOException {
    for (List<String> record : records().values()) {
      List<String> lines = record.stream().filter(entry -> entry.startsWith("DA:")).toList();
      List<String> branches = record.stream().filter(entry -> entry.startsWith("BRDA:")).toList();
      assertThat(record)
          .contains("LF:" + lines.size(), "BRF:" + branches.size())
          .contains("LH:" + lines.stream().filter(line -> !line.endsWith(",0")).count())
          .contains("BRH:" + branches.stream().filter(b -> !b.matches(".*,(0|-)")).count());
      assertThat(lines).isNotEmpty().doesNotHaveDuplicates();
      for (String branch : branches) {
        String line = branch.substring("BRDA:".length(), branch.indexOf(','));
        boolean hit = !lines.contains("DA:" + line + ",0");
        assertThat(branch.endsWith(",-")).as(branch).isNotEqualTo(hit);
      }
    }
  }

  private Map<String, List<String>> records() throws IOException {
    Map<String, List<String>> records = new TreeMap<>();
    List<String> record = new ArrayList<>();
    for (String entry : Files.readAllLines(folder.resolve("lcov.info"))) {
      if (entry.startsWith("SF:")) {
        record = new ArrayList<>();
        records.put(entry.substring(3), record);
      }
      record.add(entry);
    }
    return records;
  }

  @Test
  void jacocoFollowsTheFormatAndNamesEachFolderOnce()
      throws IOException, ParserConfigurationException, SAXException {
    List<String> packages = new ArrayList<>();
    List<String> files = new ArrayList<>();
    SAXParserFactory parsers = SAXParserFactory.newInstance();
    parsers.setValidating(true);
    String xml = Files.readString(folder.resolve("jacoco.xml"));

    parsers
        .newSAXParser()
        .parse(
            new InputSource(new StringReader(xml)),
            new DefaultHandler() {
              @Override
              public InputSource resolveEntity(String id, String system) {
                return new InputSource(
                    new ByteArrayInputStream(FORMAT.getBytes(StandardCharsets.UTF_8)));
              }

              @Override
              public void error(SAXParseException problem) throws SAXException {
                throw problem;
              }

              @Override
              public void startElement(
                  String uri, String local, String name, Attributes attributes) {
                if (name.equals("package")) {
                  packages.add(attributes.getValue("name"));
                }
                if (name.equals("sourcefile")) {
                  files.add(packages.getLast() + "/" + attributes.getValue("name"));
                }
              }
            });

    assertThat(packages).hasSize(3).doesNotHaveDuplicates();
    assertThat(files)
        .containsExactlyInAnyOrderElementsOf(machines().map(m -> m.definition().name()).toList());
  }
}
