package org.xaistudy.stimuli.generation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import me.tongfei.progressbar.ProgressBar;
import org.xaistudy.stimuli.bundle.BundleWriter;
import org.xaistudy.stimuli.check.HeldOut;
import org.xaistudy.stimuli.check.TruthCheck;
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
 * Trains both models at the same time, or takes those that the study brings along. Trained ones
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

  /** The two models. */
  record Trained(TrainedModel artefact, TrainedModel clean) {}

  /** Both models, each made and measured in its thread. */
  Trained run(ModelThreads threads) throws IOException {
    Set<Integer> some = heldOut.artefactClasses();
    Set<Integer> all = IntStream.range(0, classes.size()).boxed().collect(Collectors.toSet());
    if (study.models().loaded()) {
      return both(
          threads.start(Model.ARTEFACT, () -> loaded(Model.ARTEFACT, some)),
          threads.start(Model.CLEAN, () -> loaded(Model.CLEAN, all)));
    }
    long missing = Stream.of(Model.values()).filter(role -> !kept.has(role)).count();
    long steps = (long) settings().epochs() * data(all).batches();
    String task = missing == 2 ? "Training both models" : "Training a model";
    try (ProgressBar bar = ProgressBars.bar(missing == 0 ? "Models kept" : task, missing * steps)) {
      return both(
          threads.start(Model.ARTEFACT, () -> trained(Model.ARTEFACT, some, bar)),
          threads.start(Model.CLEAN, () -> trained(Model.CLEAN, all, bar)));
    }
  }

  private TrainedModel trained(Model role, Set<Integer> carriers, ProgressBar bar)
      throws IOException {
    Optional<Network> before = kept.read(role);
    return measured(
        role, carriers, before.isPresent() ? before.get() : kept.keep(role, fit(carriers, bar)));
  }

  private static Trained both(Future<TrainedModel> artefact, Future<TrainedModel> clean)
      throws IOException {
    return new Trained(ModelThreads.result(artefact), ModelThreads.result(clean));
  }

  private TrainedModel loaded(Model role, Set<Integer> carriers) throws IOException {
    return measured(role, carriers, files.of(role, classes));
  }

  private Models.Training settings() {
    return study.models().training().orElseThrow();
  }

  private TrainingData data(Set<Integer> carriers) {
    return TrainingData.shuffled(
        train.plantedOn(carriers), train.labels(), settings().batchSize(), study.seed());
  }

  private Network fit(Set<Integer> carriers, ProgressBar bar) {
    boolean fresh = study.models().start().isEmpty();
    return new Training(settings().epochs(), settings().learningRate(), WEIGHT_DECAY, fresh)
        .train(
            fresh ? fresh() : files.start(classes),
            data(carriers),
            (epoch, step, steps, loss, accuracy) -> {
              ModelThreads.goOn();
              bar.setExtraMessage(String.format(Locale.ROOT, " loss %.2f", loss));
              bar.step();
            });
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

  private TrainedModel measured(Model role, Set<Integer> carriers, Network network)
      throws IOException {
    Path onnx = bundle.privateFile(role.name().toLowerCase(Locale.ROOT) + ".onnx");
    network.write(onnx);
    try (Inference inference = new Inference(network)) {
      HeldOut.Predictions predictions = heldOut.predictions(inference);
      boolean everywhere = role == Model.CLEAN;
      return new TrainedModel(
          role,
          network,
          carriers,
          predictions,
          TruthCheck.measure(predictions, everywhere, Sha256.of(onnx)));
    }
  }
}
