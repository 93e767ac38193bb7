package io.asl4j.core.template;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.json.DefinitionText;
import io.asl4j.core.json.Pointers;
import io.asl4j.core.json.SourceDocument;
import io.asl4j.core.json.SourceText;
import io.asl4j.core.json.YamlText;
import io.asl4j.core.validate.MachineType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file of a deployment tool with state machines in it: a SAM or CloudFormation template (also one
 * that CDK made), a serverless.yml, a Terraform plan as JSON.
 *
 * <p>Functions of CloudFormation in a definition, and placeholders, are taken for values that are
 * not known yet. Immutable and thread-safe.
 */
public final class TemplateFile {

  private static final Pattern SIGN =
      Pattern.compile(
          "AWS::(Serverless|StepFunctions)::StateMachine|aws_sfn_state_machine|stateMachines");
  private static final String SAM_TYPE = "AWS::Serverless::StateMachine";
  private static final String CLOUDFORMATION_TYPE = "AWS::StepFunctions::StateMachine";

  private final SourceDocument document;
  private final FileAccess files;

  private TemplateFile(SourceDocument document, FileAccess files) {
    this.document = document;
    this.files = files;
  }

  /** Whether a text has a sign of a template; cheap, and sometimes wrong. */
  public static boolean mayBe(SourceText text) {
    return SIGN.matcher(text.text()).find();
  }

  /** Whether a text that cannot be read surely was to be a template. */
  public static boolean isMeantAsOne(SourceText text) {
    return text.text().contains(SAM_TYPE) || text.text().contains(CLOUDFORMATION_TYPE);
  }

  /**
   * Reads a text as a template.
   *
   * @param files reads the definition files that it names
   */
  public static TemplateFile read(SourceText text, FileAccess files) {
    SourceDocument document =
        DefinitionText.formatOf(text) == DefinitionText.Format.YAML
            ? YamlText.readTemplate(text)
            : DefinitionText.read(text);
    return new TemplateFile(document, files);
  }

  /** The file as it was read, with what is wrong with its text. */
  public SourceDocument document() {
    return document;
  }

  /** Whether it has the shape of a template, be there state machines in it or not. */
  public boolean isTemplate() {
    JsonNode root = document.root();
    boolean isCloudFormation = root.path("Resources").isObject();
    boolean isServerless = root.has("service") && root.has("provider");
    return !root.has("StartAt")
        && (isCloudFormation || isServerless || root.path("planned_values").isObject());
  }

  /** The state machines in the order of the file; none if it is no template after all. */
  public List<Embedded> machines() {
    List<Embedded> machines = new ArrayList<>();
    cloudFormation(machines);
    serverless(machines);
    terraform(
        document.root().path("planned_values").path("root_module"),
        "/planned_values/root_module",
        machines);
    return machines;
  }

  private void cloudFormation(List<Embedded> into) {
    for (Map.Entry<String, JsonNode> resource : document.root().path("Resources").properties()) {
      String type = resource.getValue().path("Type").asText();
      if (!type.equals(SAM_TYPE) && !type.equals(CLOUDFORMATION_TYPE)) {
        continue;
      }
      JsonNode properties = resource.getValue().path("Properties");
      String pointer =
          Pointers.child(Pointers.child("/Resources", resource.getKey()), "Properties");
      JsonNode typeName = properties.path(type.equals(SAM_TYPE) ? "Type" : "StateMachineType");
      MachineInFile machine =
          new MachineInFile(
              document,
              files,
              resource.getKey(),
              machineType(typeName),
              Optional.of(Pointers.child(pointer, "DefinitionSubstitutions")));
      for (String field : List.of("Definition", "DefinitionString", "DefinitionUri")) {
        if (properties.has(field)) {
          machine.at(Pointers.child(pointer, field)).ifPresent(into::add);
        }
      }
    }
  }

  private void serverless(List<Embedded> into) {
    JsonNode machines = document.root().path("stepFunctions").path("stateMachines");
    for (Map.Entry<String, JsonNode> entry : machines.properties()) {
      String pointer =
          Pointers.child(
              Pointers.child("/stepFunctions/stateMachines", entry.getKey()), "definition");
      MachineInFile machine =
          new MachineInFile(
              document,
              files,
              entry.getKey(),
              machineType(entry.getValue().path("type")),
              Optional.empty());
      if (entry.getValue().has("definition")) {
        machine.at(pointer).ifPresent(into::add);
      }
    }
  }

  private void terraform(JsonNode module, String pointer, List<Embedded> into) {
    JsonNode resources = module.path("resources");
    for (int i = 0; i < resources.size(); i++) {
      JsonNode resource = resources.path(i);
      JsonNode definition = resource.path("values").path("definition");
      if (resource.path("type").asText().equals("aws_sfn_state_machine")
          && definition.isTextual()) {
        String at = Pointers.child(pointer + "/resources", i) + "/values/definition";
        new MachineInFile(
                document,
                files,
                resource.path("address").asText(),
                machineType(resource.path("values").path("type")),
                Optional.empty())
            .at(at)
            .ifPresent(into::add);
      }
    }
    JsonNode children = module.path("child_modules");
    for (int i = 0; i < children.size(); i++) {
      terraform(children.path(i), Pointers.child(pointer + "/child_modules", i), into);
    }
  }

  private static Optional<MachineType> machineType(JsonNode name) {
    return switch (name.asText()) {
      case "EXPRESS" -> Optional.of(MachineType.EXPRESS);
      case "STANDARD" -> Optional.of(MachineType.STANDARD);
      default -> Optional.empty();
    };
  }
}
