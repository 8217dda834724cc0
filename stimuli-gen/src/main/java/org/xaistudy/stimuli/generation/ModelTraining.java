package org.xaistudy.stimuli.generation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import me.tongfei.progressbar.ProgressBar;
import org.xaistudy.stimuli.bundle.BundleWriter;
import org.xaistudy.stimuli.check.HeldOut;
import org.xaistudy.stimuli.model.Inference;
import org.xaistudy.stimuli.model.Network;
import org.xaistudy.stimuli.model.Resnet;
import org.xaistudy.stimuli.model.Training;
import org.xaistudy.stimuli.model.TrainingData;
import org.xaistudy.stimuli.model.Vgg;
import org.xaistudy.studies.Models;
import org.xaistudy.studies.Study;
import org.xaistudy.studies.document.Sha256;
import org.xaistudy.studies.manifest.Manifest.Model;

/**
 * Trains the models at the same time, or takes those that the study brings along. Trained ones
 * start from the same weights and see the same images in the same order; only which of those carry
 * the artefact differs.
 */
final class ModelTraining {
  private static final double WEIGHT_DECAY = 5e-4;

  private final Study study;
  private final Materials train;
  private final HeldOut heldOut;
  private final BundleWriter bundle;
  private final ModelFiles files;
  private final List<String> classes;
  private final KeptModels kept;

  /**
   * @param files networks that the study brings along
   * @param train images to learn from
   * @param heldOut images on which the trained models are measured
   * @param classes of the data set, in its order
   * @param kept models that were trained before
   * @param bundle where the models are kept, among the private files
   */
  ModelTraining(
      Study study,
      ModelFiles files,
      Materials train,
      HeldOut heldOut,
      List<String> classes,
      KeptModels kept,
      BundleWriter bundle) {
    this.study = study;
    this.files = files;
    this.train = train;
    this.heldOut = heldOut;
    this.classes = classes;
    this.kept = kept;
    this.bundle = bundle;
  }

  /** The models that a study's task needs. */
  static List<Model> roles(Study study) {
    return study.task().comparesModels()
        ? List.of(Model.ARTEFACT, Model.CLEAN)
        : List.of(Model.SINGLE);
  }

  /** The models in the order of {@link #roles}, each made and measured in its thread. */
  List<TrainedModel> run(ModelThreads threads) throws IOException {
    List<Model> roles = roles(study);
    if (study.models().loaded()) {
      return all(roles, threads, this::loaded);
    }
    long missing = roles.stream().filter(role -> !kept.has(role)).count();
    long steps = (long) settings().epochs() * data(Set.of()).batches();
    String task = missing == 2 ? "Training both models" : "Training a model";
    try (ProgressBar bar = ProgressBars.bar(missing == 0 ? "Models kept" : task, missing * steps)) {
      return all(roles, threads, role -> trained(role, bar));
    }
  }

  /** How a model comes about. */
  private interface Making {
    TrainedModel of(Model role) throws IOException;
  }

  private static List<TrainedModel> all(List<Model> roles, ModelThreads threads, Making making)
      throws IOException {
    List<Future<TrainedModel>> made =
        roles.stream().map(role -> threads.start(role, () -> making.of(role))).toList();
    List<TrainedModel> models = new ArrayList<>();
    for (Future<TrainedModel> model : made) {
      models.add(ModelThreads.result(model));
    }
    return models;
  }

  /** The classes that carry the artefact in a model's training. */
  private Set<Integer> carriers(Model role) {
    return switch (role) {
      case ARTEFACT -> heldOut.artefactClasses();
      case CLEAN -> IntStream.range(0, classes.size()).boxed().collect(Collectors.toSet());
      case SINGLE -> Set.of();
    };
  }

  private TrainedModel trained(Model role, ProgressBar bar) throws IOException {
    Optional<Network> before = kept.read(role);
    return measured(role, before.isPresent() ? before.get() : kept.keep(role, fit(role, bar)));
  }

  private TrainedModel loaded(Model role) throws IOException {
    return measured(role, files.of(role, classes));
  }

  private Models.Training settings() {
    return study.models().training().orElseThrow();
  }

  private TrainingData data(Set<Integer> carriers) {
    return TrainingData.shuffled(
        train.plantedOn(carriers), train.labels(), settings().batchSize(), study.seed());
  }

  private Network fit(Model role, ProgressBar bar) throws IOException {
    boolean fresh = study.models().start().isEmpty();
    return new Training(settings().epochs(), settings().learningRate(), WEIGHT_DECAY, fresh)
        .train(
            fresh ? fresh() : files.start(classes),
            data(carriers(role)),
            new Told(bar),
            kept.unfinished(role));
  }

  /** Shows how far a training is, and ends it where the program is to end. */
  private record Told(ProgressBar bar) implements Training.StepListener {
    @Override
    public void step(int epoch, int step, int steps, double loss, double accuracy) {
      ModelThreads.goOn();
      bar.setExtraMessage(String.format(Locale.ROOT, " loss %.2f", loss));
      bar.step();
    }

    @Override
    public void resumed(int steps) {
      bar.stepBy(steps);
    }
  }

  private Network fresh() {
    return fresh(study, classes.size(), new SplittableRandom(study.seed()));
  }

  /** The network that a study trains, before it is. */
  static Network fresh(Study study, int classes, RandomGenerator random) {
    int size = study.dataset().size();
    return switch (study.models().architecture().orElseThrow()) {
      case VGG_COMPACT -> Vgg.compact(size, classes, random);
      case RESNET_COMPACT -> Resnet.compact(size, classes, random);
      case CONV1D_COMPACT -> Vgg.alongSignals(size, classes, random);
    };
  }

  private TrainedModel measured(Model role, Network network) throws IOException {
    Path onnx = bundle.privateFile(role.written() + ".onnx");
    network.write(onnx);
    try (Inference inference = new Inference(network)) {
      HeldOut.Predictions predictions = heldOut.predictions(inference);
      return new TrainedModel(role, network, carriers(role), predictions, Sha256.of(onnx));
    }
  }
}
