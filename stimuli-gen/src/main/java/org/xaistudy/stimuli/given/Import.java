package org.xaistudy.stimuli.given;

import static java.util.Objects.requireNonNull;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.xaistudy.stimuli.bundle.BundleWriter;
import org.xaistudy.stimuli.dataset.LabelledImages;
import org.xaistudy.stimuli.generation.GeneratorVersion;
import org.xaistudy.stimuli.generation.Recipe;
import org.xaistudy.stimuli.given.StimulusTable.Decision;
import org.xaistudy.stimuli.given.StimulusTable.GivenPanel;
import org.xaistudy.stimuli.given.StimulusTable.GivenPicture;
import org.xaistudy.stimuli.pixels.ImageFile;
import org.xaistudy.stimuli.render.EncodedImage;
import org.xaistudy.studies.Method;
import org.xaistudy.studies.Study;
import org.xaistudy.studies.StudyFile;
import org.xaistudy.studies.Task;
import org.xaistudy.studies.Text;
import org.xaistudy.studies.document.InvalidFileException;
import org.xaistudy.studies.document.Problem;
import org.xaistudy.studies.manifest.Manifest;
import org.xaistudy.studies.manifest.Manifest.Look;
import org.xaistudy.studies.manifest.Manifest.Use;
import org.xaistudy.studies.manifest.StimulusBundle;

/**
 * Takes pictures that were made elsewhere into the same kind of bundle that is generated: opaque
 * names, no metadata, all pictures of one place of one size in pixels and bytes.
 */
public final class Import {
  private final StudyFile file;
  private final Study study;
  private final Path table;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, GivenPicture> sizes = new HashMap<>();
  private final Map<String, String> shapes = new HashMap<>();
  private final Random order;

  /**
   * @param file the study, which has a method {@code given} for each name in the table, or {@code
   *     none}
   * @param table the table of pictures
   */
  public Import(StudyFile file, Path table) {
    this.file = file;
    this.study = file.study();
    this.table = table;
    order = new Random(study.seed());
  }

  /**
   * Publishes the bundle.
   *
   * @return how many decisions are in it
   * @throws InvalidFileException naming everything that is wrong with study, table or pictures
   */
  public int run() throws IOException {
    List<Decision> decisions = StimulusTable.read(table, study.task());
    check(decisions);
    stop();
    try (BundleWriter bundle =
        new BundleWriter(file.folder(), new SplittableRandom(study.seed()))) {
      List<Manifest.Stimulus> stimuli = new ArrayList<>();
      for (Decision decision : decisions) {
        stimuli.add(stimulus(decision, bundle));
      }
      stop();
      stimuli.sort(Comparator.comparing(Manifest.Stimulus::id));
      bundle.publish(
          new Manifest(
              Manifest.FORMAT,
              study.id(),
              file.sha256(),
              Optional.of(Recipe.of(file, name -> null).sha256()),
              GeneratorVersion.current(),
              study.seed(),
              classes(decisions),
              Optional.empty(),
              Optional.empty(),
              methods(decisions),
              stimuli,
              bundle.files()));
    }
    StimulusBundle.open(file);
    return decisions.size();
  }

  private void stop() {
    if (!problems.isEmpty()) {
      throw new InvalidFileException(problems);
    }
  }

  private void check(List<Decision> decisions) {
    Set<String> methods = new LinkedHashSet<>(study.methods().stream().map(Method::id).toList());
    for (Decision decision : decisions) {
      if (pictures(decision.panels(), StimulusTable.ORIGINAL) != 1) {
        problem(
            decision.line(),
            "needs exactly one row with the method 'original': what the model saw");
      }
      check(decision.line(), decision.panels(), "", methods);
      decision
          .others()
          .forEach(
              (name, panels) ->
                  check(decision.line(), panels, " that explains '" + name + "'", methods));
      int others = study.design().candidates().map(all -> all - 1).orElse(0);
      if (decision.others().size() != others) {
        problem(
            decision.line(),
            "needs explanations of %d classes beside the prediction, as design.candidates says, has %d"
                .formatted(others, decision.others().size()));
      }
    }
    enough(decisions);
  }

  private void check(
      int line, Map<String, Map<Integer, GivenPanel>> panels, String ofWhat, Set<String> methods) {
    for (Method method : study.methods()) {
      if (!(method instanceof Method.None) && pictures(panels, method.id()) == 0) {
        problem(line, "has no picture of the method '" + method.id() + "'" + ofWhat);
      }
    }
    for (String method : panels.keySet()) {
      if (!method.equals(StimulusTable.ORIGINAL) && !methods.contains(method)) {
        problem(
            line,
            "the study has no method '%s' (%s)".formatted(method, String.join(", ", methods)));
      }
    }
  }

  private static int pictures(Map<String, Map<Integer, GivenPanel>> panels, String method) {
    return panels.getOrDefault(method, Map.of()).values().stream()
        .mapToInt(panel -> panel.pictures().size())
        .sum();
  }

  /** What the instructions and the design need. */
  private void enough(List<Decision> decisions) {
    long examples =
        decisions.stream()
            .filter(d -> d.use() == Use.EXAMPLE)
            .map(Decision::truth)
            .distinct()
            .count();
    boolean asked = study.task().key() == Task.Key.TRUTH;
    if (!asked && examples == 0) {
      problem(1, "needs a decision with the use 'example'");
    } else if (asked && examples < 2) {
      problem(1, "needs two decisions with the use 'example', one of either truth");
    }
    long practice = samples(decisions, Use.PRACTICE);
    if (practice < study.design().practiceTrials()) {
      problem(
          1,
          "needs %d samples with the use 'practice', has %d"
              .formatted(study.design().practiceTrials(), practice));
    }
    switch (study.task()) {
      case CORRECTNESS, DISTINCTION -> enoughOutcomes(decisions);
      case FORWARD_SIMULATION -> enoughPredictions(decisions);
      case ARTEFACT_USE, RECOMMENDATION -> {
        // As many of either model as samples, which is looked at below.
      }
    }
    long trials = samples(decisions, Use.TRIAL);
    if (trials < study.design().samples()) {
      problem(
          1,
          "needs %d samples for trials, as design.samples says, has %d"
              .formatted(study.design().samples(), trials));
    }
  }

  private void enoughOutcomes(List<Decision> decisions) {
    for (boolean right : new boolean[] {true, false}) {
      Study.Design design = study.design();
      int needed = study.methodsPerPerson() * (right ? design.yesTrials() : design.noTrials());
      long there =
          decisions.stream().filter(d -> d.use() == Use.TRIAL && d.truth() == right).count();
      if (there < needed) {
        problem(
            1,
            "needs %d decisions for trials that are %s, as design.trials says, has %d"
                .formatted(needed, right ? "right" : "wrong", there));
      }
    }
  }

  /** As many of each class as a person sees; and exactly those to learn from. */
  private void enoughPredictions(List<Decision> decisions) {
    Study.Design design = study.design();
    for (Decision decision : decisions) {
      boolean shown = decision.use() != Use.EXAMPLE;
      if (shown && !design.classes().contains(decision.prediction())) {
        problem(
            decision.line(),
            "the prediction '%s' is none of design.classes (%s)"
                .formatted(decision.prediction(), String.join(", ", design.classes())));
      }
    }
    long training = decisions.stream().filter(d -> d.use() == Use.TRAINING).count();
    if (training != design.trainingTrials()) {
      problem(
          1,
          "needs %d decisions with the use 'training', as design.training says, has %d"
              .formatted(design.trainingTrials(), training));
    }
    for (String name : design.classes()) {
      int needed = design.trialsPerClass().orElse(0);
      long there =
          decisions.stream()
              .filter(d -> d.use() == Use.TRIAL && d.prediction().equals(name))
              .count();
      if (there < needed) {
        problem(
            1,
            ("needs %d decisions for trials whose prediction is '%s', as design.trialsPerClass says,"
                    + " has %d")
                .formatted(needed, name, there));
      }
    }
  }

  private static long samples(List<Decision> decisions, Use use) {
    return decisions.stream().filter(d -> d.use() == use).map(Decision::sample).distinct().count();
  }

  private Manifest.Stimulus stimulus(Decision decision, BundleWriter bundle) throws IOException {
    Map<String, Manifest.Explanation> explanations = explanations(decision.panels(), bundle);
    Map<String, Map<String, Manifest.Explanation>> others = new LinkedHashMap<>();
    List<String> names = new ArrayList<>(new TreeSet<>(decision.others().keySet()));
    Collections.shuffle(names, order); // that of the table, or of the names, might tell something
    for (String name : names) {
      others.put(name, explanations(requireNonNull(decision.others().get(name)), bundle));
    }
    GivenPicture original =
        decision.panels().getOrDefault(StimulusTable.ORIGINAL, Map.of()).values().stream()
            .flatMap(panel -> panel.pictures().stream())
            .findFirst()
            .orElseThrow();
    return new Manifest.Stimulus(
        bundle.opaqueName(),
        decision.use(),
        decision.sample(),
        decision.label(),
        decision.prediction(),
        decision.model(),
        decision.truth(),
        add(original, original.usual(), StimulusTable.ORIGINAL, bundle),
        explanations,
        others);
  }

  private Map<String, Manifest.Explanation> explanations(
      Map<String, Map<Integer, GivenPanel>> panels, BundleWriter bundle) throws IOException {
    Map<String, Manifest.Explanation> explanations = new LinkedHashMap<>();
    for (Method method : study.methods()) {
      List<Manifest.Panel> written = new ArrayList<>();
      for (GivenPanel panel : panels.getOrDefault(method.id(), Map.of()).values()) {
        written.add(panel(panel, method.id(), bundle));
      }
      explanations.put(method.id(), new Manifest.Explanation(written));
    }
    return explanations;
  }

  private Manifest.Panel panel(GivenPanel panel, String method, BundleWriter bundle)
      throws IOException {
    List<Manifest.Picture> pictures = new ArrayList<>();
    OptionalDouble relevance = panel.relevance();
    for (int i = 0; i < panel.pictures().size(); i++) {
      GivenPicture picture = panel.pictures().get(i);
      String place = method + "/" + i;
      String usual = add(picture, picture.usual(), place, bundle);
      pictures.add(
          picture.alternative().equals(picture.usual())
              ? new Manifest.Picture(usual)
              : new Manifest.Picture(
                  usual, add(picture, picture.alternative(), place + "/alternative", bundle)));
    }
    return new Manifest.Panel(relevance, pictures);
  }

  /** Decodes and encodes anew: nothing of the file but its pixels gets into the bundle. */
  private String add(GivenPicture picture, Path from, String place, BundleWriter bundle)
      throws IOException {
    BufferedImage image = ImageFile.read(from);
    String shape = image.getWidth() + " × " + image.getHeight();
    String other = shapes.putIfAbsent(place, shape);
    GivenPicture first = sizes.putIfAbsent(place, picture);
    if (other != null && first != null && !other.equals(shape)) {
      problem(
          picture.line(),
          "%s has %s pixels, that of line %d %s: all pictures of '%s' need one size, or it tells them apart"
              .formatted(from.getFileName(), shape, first.line(), other, place));
    }
    return bundle.add(EncodedImage.of(image), place);
  }

  private Map<String, Text> classes(List<Decision> decisions) {
    Set<String> ids = new LinkedHashSet<>();
    decisions.forEach(
        decision -> {
          ids.add(decision.label());
          ids.add(decision.prediction());
          ids.addAll(decision.others().keySet());
        });
    return LabelledImages.names(study.dataset(), ids);
  }

  private Map<String, Manifest.MethodFacts> methods(List<Decision> decisions) {
    Map<String, Manifest.MethodFacts> facts = new LinkedHashMap<>();
    for (Method method : study.methods()) {
      Optional<Text> reading =
          method instanceof Method.Given given ? given.reading() : Optional.empty();
      facts.put(
          method.id(),
          new Manifest.MethodFacts(look(method, decisions), reading, Optional.empty()));
    }
    return facts;
  }

  private static Look look(Method method, List<Decision> decisions) {
    if (method instanceof Method.None) {
      return Look.NONE;
    }
    boolean concepts =
        decisions.stream()
            .flatMap(d -> d.panels().getOrDefault(method.id(), Map.of()).values().stream())
            .anyMatch(panel -> panel.relevance().isPresent());
    boolean coloured =
        decisions.stream()
            .flatMap(d -> d.panels().getOrDefault(method.id(), Map.of()).values().stream())
            .flatMap(panel -> panel.pictures().stream())
            .anyMatch(picture -> !picture.alternative().equals(picture.usual()));
    return concepts ? Look.CONCEPTS : coloured ? Look.HEATMAP : Look.PICTURE;
  }

  private void problem(int line, String message) {
    problems.add(new Problem(table, line, 1, "", message));
  }
}
