package org.xaistudy.server.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.xaistudy.testing.Shared;

/** The example study's YAML, made smaller. */
public final class Yaml {
  private static final String FURTHER =
      """
      - id: helped
        question: {en: 'Did the explanation help?', de: 'Hat die Erklärung geholfen?'}
        explained: true
        answer:
          scale: {min: -3, max: 3, low: {en: misled me, de: führte irre}, high: {en: helped, de: half}}
      - id: seen
        question: {en: 'What do you see?', de: 'Was sehen Sie?'}
        answer: {choice: {classes: [finch, tern]}}
      - id: part
        question: {en: 'Where did you look?', de: 'Wohin sahen Sie?'}
        required: false
        answer:
          choice:
            options:
              - {value: head, text: {en: At the head, de: Auf den Kopf}}
              - {value: body, text: {en: At the body, de: Auf den Körper}}
      - id: why
        question: {en: 'Why?', de: 'Warum?'}
        required: false
        answer: {text: {longest: 12}}
      """;

  private static final String AFTERWARDS =
      """
      - id: trust
        question: {en: 'Do you trust it?', de: 'Vertrauen Sie ihr?'}
        required: true
        answer:
          scale: {min: 1, max: 7, low: {en: not at all, de: gar nicht}, high: {en: fully, de: völlig}}
      """;

  private Yaml() {}

  /**
   * The example study under another id and with another design, without what is asked before and
   * after the trials.
   *
   * @param perArm people per method
   * @param perModel images per model
   * @param samples images to choose from
   */
  public static String of(String id, int perArm, int perModel, int samples) {
    ObjectNode study = example(id, perArm, perModel, samples);
    study.remove(List.of("comprehension", "attention", "questionnaire", "retention"));
    return write(study);
  }

  /**
   * The same with looks at the answers before the end.
   *
   * @param looks participants per method at each, ascending to {@code perArm}
   */
  public static String withLooks(
      String id, int perArm, int perModel, int samples, List<Integer> looks) {
    ObjectNode study = example(id, perArm, perModel, samples);
    study.remove(List.of("comprehension", "attention", "questionnaire", "retention"));
    ArrayNode planned =
        ((ObjectNode) study.get("analysis"))
            .putObject("stopping")
            .put("rule", "Stop when all comparisons found something.")
            .putArray("looks");
    looks.forEach(planned::add);
    return write(study);
  }

  /**
   * The same with what is asked before and after the trials, and for a window of 320 × 240.
   *
   * @param checks attention checks
   * @param mayFail how many of them a person may fail
   */
  public static String thorough(
      String id, int perArm, int perModel, int samples, int checks, int mayFail) {
    ObjectNode study = example(id, perArm, perModel, samples);
    study.putObject("attention").put("checks", checks).put("mayFail", mayFail);
    study.putObject("device").put("minWidth", 320).put("minHeight", 240);
    ((ObjectNode) study.get("questionnaire").get(1)).put("required", true);
    return write(study);
  }

  /**
   * The example study of one model under another id, without what is asked before and after the
   * trials.
   *
   * @param right images a person whose prediction is right
   * @param wrong images a person whose prediction is wrong
   */
  public static String correctness(String id, int perArm, int right, int wrong, int samples) {
    ObjectNode study = published("birds-correctness");
    study.put("id", id);
    study.remove(List.of("comprehension", "attention", "questionnaire", "retention"));
    ObjectNode design = (ObjectNode) study.get("design");
    design.put("participantsPerArm", perArm).put("samples", samples);
    design.putObject("trials").put("right", right).put("wrong", wrong);
    return write(study);
  }

  /**
   * The example study of a model whose answers are foretold, under another id, without what is
   * asked before and after the trials; the classes are those of {@link TinyStudy}.
   *
   * @param perClass images a person and class
   * @param training predictions to learn from in each session
   */
  public static String foretelling(
      String id, int perArm, int perClass, int training, int sessions, int samples) {
    ObjectNode study = published("birds-forward-simulation");
    study.put("id", id);
    study.remove(List.of("comprehension", "questionnaire", "retention"));
    study.putObject("attention").put("checks", 1).put("mayFail", 0);
    ObjectNode design = (ObjectNode) study.get("design");
    design
        .put("participantsPerArm", perArm)
        .put("samples", samples)
        .put("trialsPerClass", perClass);
    design.putArray("classes").add("finch").add("tern");
    design.putObject("training").put("trials", training).put("sessions", sessions);
    return write(study);
  }

  /**
   * The example study of explanations to choose from, under another id, without what is asked
   * before and after the trials; there are as many as classes of {@link TinyStudy}.
   *
   * @param each images a person whose prediction is right, and as many whose is wrong
   */
  public static String distinction(String id, int perArm, int each, int samples) {
    ObjectNode study = published("birds-distinction");
    study.put("id", id);
    study.remove(List.of("comprehension", "questionnaire", "retention"));
    study.putObject("attention").put("checks", 1).put("mayFail", 0);
    ObjectNode design = (ObjectNode) study.get("design");
    design.put("participantsPerArm", perArm).put("samples", samples).put("practiceTrials", 1);
    design.putObject("trials").put("right", each).put("wrong", each);
    return write(study);
  }

  /**
   * The example study of models that are recommended or not, under another id, all pictures in one
   * order.
   *
   * @param perModel images a person and model
   */
  public static String recommendation(String id, int perArm, int perModel, int samples) {
    ObjectNode study = published("birds-recommendation");
    study.put("id", id);
    study.remove(List.of("comprehension", "retention"));
    ((ObjectNode) study.get("design"))
        .put("order", "fixed")
        .put("participantsPerArm", perArm)
        .put("trialsPerModel", perModel)
        .put("samples", samples);
    return write(study);
  }

  /**
   * The example study under another id, in which everybody judges with LRP, with Grad-CAM and
   * without an explanation, with two attention checks.
   *
   * @param perOrder people in each of the six orders
   * @param perModel images a method and model
   */
  public static String within(String id, int perOrder, int perModel, int samples) {
    ObjectNode study = example(id, perOrder, perModel, samples);
    study.remove(List.of("comprehension", "questionnaire", "retention"));
    study.putObject("attention").put("checks", 2).put("mayFail", 1);
    ((ObjectNode) study.get("design")).put("subjects", "within");
    ArrayNode methods = study.putArray("methods");
    methods.addObject().putObject("lrp").put("composite", "epsilon-plus-flat");
    methods.addObject().putObject("gradcam");
    methods.addObject().putObject("none");
    ObjectNode analysis = (ObjectNode) study.get("analysis");
    analysis.put("reference", "lrp");
    analysis.remove("power");
    return write(study);
  }

  /**
   * The example study of one model under another id, with further questions of each kind about each
   * picture, an attention check and a scale afterwards; its first arm explains nothing.
   */
  public static String further(String id) {
    ObjectNode study = published("birds-correctness");
    study.put("id", id);
    study.remove(List.of("comprehension", "retention"));
    study.putObject("attention").put("checks", 1).put("mayFail", 0);
    ObjectNode design = (ObjectNode) study.get("design");
    design.put("participantsPerArm", 100).put("samples", 8).put("practiceTrials", 1);
    design.putObject("trials").put("right", 2).put("wrong", 1);
    ObjectNode questions = (ObjectNode) study.get("questions");
    questions.set("further", parsed(FURTHER));
    study.set("questionnaire", parsed(AFTERWARDS));
    return write(study);
  }

  /**
   * The example study of one model under another id, in which yes or no and how sure one is are one
   * decision of four, with an attention check; people practise once.
   */
  public static String graded(String id) {
    ObjectNode study = published("birds-correctness");
    study.put("id", id);
    study.remove(List.of("comprehension", "questionnaire", "retention"));
    study.putObject("attention").put("checks", 1).put("mayFail", 0);
    ObjectNode design = (ObjectNode) study.get("design");
    design.put("participantsPerArm", 100).put("samples", 8).put("practiceTrials", 1);
    design.putObject("trials").put("right", 2).put("wrong", 1);
    ((ObjectNode) study.get("questions")).put("graded", true).remove("confidence");
    study.putObject("words").put("sureNo", "Never ever");
    return write(study);
  }

  private static JsonNode parsed(String yaml) {
    try {
      return new YAMLMapper().readTree(yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode published(String study) {
    try {
      return (ObjectNode)
          new YAMLMapper()
              .readTree(
                  Shared.root().resolve("studies").resolve(study).resolve("study.yaml").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode example(String id, int perArm, int perModel, int samples) {
    ObjectNode study = published("border-artefact");
    study.put("id", id);
    // Of TinyStudy's channels; each model's first concept has a name.
    ObjectNode names = ((ObjectNode) study.at("/methods/0/crp")).putObject("names");
    names.putObject("artefact").put("10", "dark <edges>");
    names.putObject("clean").putObject("10").put("en", "red crown").put("de", "rote Kappe");
    ((ObjectNode) study.get("design"))
        .put("participantsPerArm", perArm)
        .put("trialsPerModel", perModel)
        .put("samples", samples);
    return study;
  }

  private static String write(ObjectNode study) {
    try {
      return new YAMLMapper().writeValueAsString(study);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
