package org.xaistudy.stimuli.generation;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.xaistudy.stimuli.bundle.BundleWriter;
import org.xaistudy.stimuli.check.AccuracyCheck;
import org.xaistudy.stimuli.check.HeldOut;
import org.xaistudy.stimuli.check.TruthCheck;
import org.xaistudy.stimuli.dataset.LabelledImages;
import org.xaistudy.stimuli.explanation.ExplainerKinds;
import org.xaistudy.studies.Models;
import org.xaistudy.studies.Study;
import org.xaistudy.studies.StudyFile;
import org.xaistudy.studies.document.InvalidFileException;
import org.xaistudy.studies.manifest.Manifest;
import org.xaistudy.studies.manifest.Manifest.ModelPair;
import org.xaistudy.studies.manifest.Manifest.SingleModel;
import org.xaistudy.studies.manifest.StimulusBundle;

/** The main path: images, the models, the check of what must be true of them, the stimuli. */
public final class Generation {
  private final StudyFile file;
  private final Study study;
  private final UnaryOperator<String> variables;
  private final PrintWriter out;
  private final boolean reuse;
  private final ModelFiles files;
  private final ExplainerKinds kinds;

  /**
   * @param variables values of variables in paths
   * @param kinds the kinds of explanation that there are
   * @param reuse whether models that were trained before on the same may be taken
   * @param out where facts are printed
   */
  public Generation(
      StudyFile file,
      UnaryOperator<String> variables,
      ExplainerKinds kinds,
      boolean reuse,
      PrintWriter out) {
    this.file = file;
    this.study = file.study();
    this.variables = variables;
    this.kinds = kinds;
    this.reuse = reuse;
    this.out = out;
    files = new ModelFiles(file, variables);
  }

  /**
   * Generates and publishes the stimuli.
   *
   * @throws InvalidFileException if the study or its images cannot be used
   * @throws Refusal if what must be true of the models is not
   */
  public void run() throws IOException {
    Preflight.Found found = new Preflight(file, variables, kinds).check();
    LabelledImages images = found.images();
    Set<Integer> carriers = found.carriers();
    Medium medium = found.medium();
    Materials train = Materials.prepare("Images to learn from", images.train(), medium, study);
    Materials test = Materials.prepare("Images held out", images.test(), medium, study);
    HeldOut heldOut = new HeldOut(test.plain(), test.planted(), test.labels(), carriers);
    try (BundleWriter bundle = new BundleWriter(file.folder(), new SplittableRandom(study.seed()));
        ModelThreads threads = new ModelThreads()) {
      List<TrainedModel> models =
          new ModelTraining(study, files, train, heldOut, images.classes(), kept(train), bundle)
              .run(threads);
      Measured measured = measure(models, images.classes().size(), carriers.size());
      ShownImages shown =
          ShownImages.draw(study, models, images.classes(), new SplittableRandom(study.seed() + 1));
      StimulusRendering rendering = new StimulusRendering(study, images, test, bundle);
      List<Manifest.Stimulus> stimuli;
      try (ReadyExplainers explainers = new ReadyExplainers(study, kinds, models, train, threads)) {
        stimuli = rendering.render(shown, explainers.ready(), threads);
      }
      bundle.publish(
          new Manifest(
              Manifest.FORMAT,
              study.id(),
              file.sha256(),
              Optional.of(Recipe.of(file, variables).sha256()),
              GeneratorVersion.current(),
              study.seed(),
              images.names(),
              measured.pair(),
              measured.one(),
              rendering.methods(kinds),
              stimuli,
              bundle.files()));
      Path folder = file.folder().resolve(StimulusBundle.FOLDER);
      out.printf("%d stimuli are in %s%n", stimuli.size(), folder);
      out.printf(
          "Look through them, with the truth: %s%n",
          folder.resolve(BundleWriter.PRIVATE).resolve(BundleWriter.OVERVIEW).toUri());
      out.flush();
    }
  }

  private KeptModels kept(Materials train) {
    if (study.models().loaded()) {
      return new KeptModels(file.folder(), "0".repeat(64), false);
    }
    String recipe = KeptModels.recipe(study, train, files.checksums());
    return new KeptModels(file.folder(), recipe, reuse);
  }

  /** What was found of the models, by the study's task. */
  private record Measured(Optional<ModelPair> pair, Optional<SingleModel> one) {}

  private Measured measure(List<TrainedModel> models, int classes, int artefactClasses) {
    Models.Truth limits = study.models().truth();
    if (study.task().comparesModels()) {
      TruthCheck check =
          new TruthCheck(facts(models.get(0)), facts(models.get(1)), classes, artefactClasses);
      say(check.table(), check.warnings(limits));
      refuse("The planted truth is not true", check.failures(limits));
      return new Measured(
          Optional.of(new ModelPair(check.artefact(), check.clean())), Optional.empty());
    }
    TrainedModel model = models.get(0);
    AccuracyCheck check = AccuracyCheck.of(model.predictions(), model.sha256());
    say(check.line(), List.of());
    refuse("The model is not good enough", check.failures(limits));
    return new Measured(Optional.empty(), Optional.of(check.model()));
  }

  private static Manifest.ModelFacts facts(TrainedModel model) {
    boolean everywhere = model.role() == Manifest.Model.CLEAN;
    return TruthCheck.measure(model.predictions(), everywhere, model.sha256());
  }

  private void say(String found, List<String> warnings) {
    out.println();
    out.println(found);
    warnings.forEach(out::println);
    out.flush();
  }

  private static void refuse(String why, List<String> failures) {
    if (!failures.isEmpty()) {
      throw new Refusal(
          why + ", so the study is not published:\n  " + String.join("\n  ", failures));
    }
  }
}
