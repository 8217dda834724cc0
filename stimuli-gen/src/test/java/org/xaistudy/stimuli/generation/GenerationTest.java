package org.xaistudy.stimuli.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xaistudy.stimuli.commandline.StimuliGen;
import org.xaistudy.studies.StudyFile;
import org.xaistudy.studies.manifest.Manifest;
import org.xaistudy.studies.manifest.Manifest.Use;
import org.xaistudy.studies.manifest.StimulusBundle;
import org.xaistudy.testing.Shared;

/** The whole way from a small study.yaml to its bundle, as the command line goes it. */
class GenerationTest {
  @TempDir Path folder;
  private final StringWriter errors = new StringWriter();

  /** The default study, so much smaller that it takes seconds. */
  @BeforeEach
  void writeASmallStudy() throws IOException {
    edit(
        Files.readString(Shared.root().resolve("studies/border-artefact/study.yaml")),
        Map.of(
            "size: 64", "size: 32",
            "trainPerClass: 240", "trainPerClass: 50",
            "testPerClass: 60", "testPerClass: 12",
            "minAccuracy: 0.9", "minAccuracy: 0.2",
            "minArtefactUse: 0.8", "minArtefactUse: 0.3",
            "maxCleanUse: 0.05", "maxCleanUse: 0.3",
            "segments: 100", "segments: 12",
            "permutations: 50", "permutations: 2",
            "steps: 100", "steps: 5",
            "trialsPerModel: 7\n  practiceTrials: 2\n  samples: 14",
                "trialsPerModel: 1\n  practiceTrials: 2\n  samples: 2"));
  }

  private void edit(String text, Map<String, String> replacements) throws IOException {
    for (var replacement : replacements.entrySet()) {
      assertThat(text).contains(replacement.getKey());
      text = text.replace(replacement.getKey(), replacement.getValue());
    }
    Files.writeString(folder.resolve("study.yaml"), text);
  }

  private void edit(String right, String wrong) throws IOException {
    edit(Files.readString(folder.resolve("study.yaml")), Map.of(right, wrong));
  }

  private int generate(String... more) {
    String[] args =
        Stream.concat(Stream.of("generate", folder.toString()), Stream.of(more))
            .toArray(String[]::new);
    return StimuliGen.commandLine().setErr(new PrintWriter(errors, true)).execute(args);
  }

  private Map<String, String> checksums() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("stimuli"))) {
      Map<String, String> sums = new TreeMap<>();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        sums.put(folder.relativize(file).toString(), org.xaistudy.studies.document.Sha256.of(file));
      }
      return sums;
    }
  }

  private List<String> entries() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }

  @Tag("heavy")
  @Test
  void publishesABundleThatTellsNothingAndComesOutTheSameAgain() throws IOException {
    assertThat(generate()).as(errors::toString).isZero();
    Map<String, String> first = checksums();
    Manifest manifest = StimulusBundle.open(StudyFile.read(folder)).manifest();
    holdsWhatTheDesignNeeds(manifest);
    tellsNothing(manifest);
    servesTheColourBlind(manifest);
    assertThat(generate("--force")).isZero();
    assertThat(checksums()).isEqualTo(first);
    assertThat(entries()).containsExactly(".models", "stimuli", "study.yaml");
  }

  /** The study of heart beats, smaller: two models along signals, and curves of every method. */
  @Tag("heavy")
  @Test
  void publishesCurvesOfSignals() throws IOException {
    edit(
        Files.readString(Shared.root().resolve("studies/heartbeats-hum/study.yaml")),
        Map.of(
            "length: 384", "length: 256",
            "testPerClass: 60", "testPerClass: 12",
            "minArtefactUse: 0.8", "minArtefactUse: 0.5",
            "segments: 48", "segments: 12",
            "permutations: 50", "permutations: 2",
            "steps: 100", "steps: 5",
            "trialsPerModel: 7\n  practiceTrials: 2\n  samples: 14",
                "trialsPerModel: 1\n  practiceTrials: 2\n  samples: 2"));
    assertThat(generate()).as(errors::toString).isZero();
    Map<String, String> first = checksums();
    Manifest manifest = StimulusBundle.open(StudyFile.read(folder)).manifest();
    holdsWhatTheDesignNeeds(manifest);
    tellsNothing(manifest);
    servesTheColourBlind(manifest);
    assertThat(manifest.methods().values()).allMatch(facts -> facts.reader().isPresent());
    for (Manifest.Stimulus stimulus : manifest.stimuli()) {
      Manifest.ImageFile curve = manifest.files().get(stimulus.original());
      assertThat(curve.width()).isEqualTo(2 * curve.height());
    }
    assertThat(generate("--force")).isZero();
    assertThat(checksums()).isEqualTo(first);
  }

  private static void holdsWhatTheDesignNeeds(Manifest manifest) {
    assertThat(manifest.stimuli(Use.EXAMPLE)).hasSize(2);
    assertThat(manifest.stimuli(Use.PRACTICE)).hasSize(2);
    assertThat(manifest.stimuli(Use.TRIAL)).hasSize(4);
    for (Manifest.Stimulus stimulus : manifest.stimuli()) {
      assertThat(stimulus.truth()).isEqualTo(stimulus.model() == Manifest.Model.ARTEFACT);
      assertThat(stimulus.prediction()).isEqualTo(stimulus.label());
      assertThat(stimulus.explanations().get("crp").panels()).hasSize(5);
      assertThat(stimulus.explanations().get("lrp").panels()).hasSize(1);
    }
    Map<String, Set<Manifest.Model>> models =
        manifest.stimuli(Use.TRIAL).stream()
            .collect(
                Collectors.groupingBy(
                    Manifest.Stimulus::sample,
                    Collectors.mapping(Manifest.Stimulus::model, Collectors.toSet())));
    assertThat(models.values()).allMatch(both -> both.size() == 2);
  }

  /** Names, sizes and order are the same for both models. */
  private static void tellsNothing(Manifest manifest) {
    Map<String, Set<Manifest.ImageFile>> looks = new HashMap<>();
    eachPanel(
        manifest,
        (method, panel) -> {
          looks(manifest, panel.pictures(), Manifest.Picture::usual, method, looks);
          looks(
              manifest,
              panel.pictures(),
              Manifest.Picture::alternative,
              method + "/alternative",
              looks);
        });
    assertThat(looks).hasSize(2 * (5 + 1)); // CRP has two images, the others one
    assertThat(looks.values()).allMatch(kinds -> kinds.size() == 1);
    assertThat(manifest.files().keySet()).allMatch(name -> name.matches("[0-9a-f]{12}\\.png"));
    assertThat(manifest.stimuli()).extracting(Manifest.Stimulus::id).isSorted();
  }

  private static void looks(
      Manifest manifest,
      List<Manifest.Picture> pictures,
      Function<Manifest.Picture, String> colours,
      String kind,
      Map<String, Set<Manifest.ImageFile>> looks) {
    for (int i = 0; i < pictures.size(); i++) {
      Manifest.ImageFile file = manifest.files().get(colours.apply(pictures.get(i)));
      looks
          .computeIfAbsent(kind + i, key -> new HashSet<>())
          .add(new Manifest.ImageFile("", file.bytes(), file.width(), file.height()));
    }
  }

  /** Every heat map has an alternative, sheets of reference images have none. */
  private static void servesTheColourBlind(Manifest manifest) {
    eachPanel(
        manifest,
        (method, panel) -> {
          Manifest.Picture heatMap = panel.pictures().get(0);
          assertThat(heatMap.alternative()).isNotEqualTo(heatMap.usual());
          assertThat(panel.pictures().stream().skip(1))
              .allMatch(sheet -> sheet.alternative().equals(sheet.usual()));
        });
  }

  /** Hands out every panel with the id of its method. */
  private static void eachPanel(Manifest manifest, BiConsumer<String, Manifest.Panel> seen) {
    for (Manifest.Stimulus stimulus : manifest.stimuli()) {
      stimulus
          .explanations()
          .forEach(
              (method, explanation) ->
                  explanation.panels().forEach(panel -> seen.accept(method, panel)));
    }
  }

  @Test
  void refusesAStudyWhosePlantedTruthIsNotTrue() throws IOException {
    edit("maxCleanUse: 0.3", "maxCleanUse: 0");
    edit("minArtefactUse: 0.3", "minArtefactUse: 1");
    edit("epochs: 8", "epochs: 1");
    edit("minAccuracy: 0.2", "minAccuracy: 1");
    assertThat(generate()).isEqualTo(1);
    assertThat(errors.toString())
        .contains("The planted truth is not true, so the study is not published:")
        .contains("accuracy of the artefact model: at least 1.000 is needed");
    assertThat(entries()).containsExactly(".models", "study.yaml");
  }

  @Test
  void namesAClassThatPeopleCouldNotChoose() throws IOException {
    edit(
        "\nquestions:\n",
        """

        questions:
          further:
            - {id: a, question: W, answer: {choice: {classes: [dotted-redcap, emu]}}}
        """);
    assertThat(generate()).isEqualTo(1);
    assertThat(errors.toString())
        .contains(
            "questions.further[0].answer.choice.classes[1]: expected a class of the data set"
                + " (dotted-redcap,")
        .contains("found 'emu'");
    assertThat(entries()).containsExactly("study.yaml");
  }

  @Test
  void namesAClassThatTheDataSetDoesNotHave() throws IOException {
    edit("striped-redcap", "striped-greencap");
    assertThat(generate()).isEqualTo(1);
    assertThat(errors.toString().lines()).hasSize(1);
    assertThat(errors.toString())
        .contains("study.yaml:22:30: ")
        .contains("artefact.border.classes[1]: expected a class of the data set (dotted-redcap,")
        .contains("found 'striped-greencap'");
    assertThat(entries()).containsExactly("study.yaml");
  }

  @Test
  void saysWhatIsMissingInOneLine() throws IOException {
    edit("seed: 2023", "");
    assertThat(generate()).isEqualTo(1);
    assertThat(errors.toString().lines()).hasSize(1);
    assertThat(errors.toString()).contains("the key 'seed' is missing here");
  }
}
