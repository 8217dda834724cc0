package org.xaistudy.stimuli.commandline.concepts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.xaistudy.stimuli.artefact.Planting;
import org.xaistudy.stimuli.concept.ArraySource;
import org.xaistudy.stimuli.concept.ConceptNames;
import org.xaistudy.stimuli.concept.ImageSource;
import org.xaistudy.stimuli.concept.SampleSource;
import org.xaistudy.stimuli.dataset.LabelledImages;
import org.xaistudy.stimuli.dataset.PlainFolder;
import org.xaistudy.stimuli.dataset.Sample;
import org.xaistudy.stimuli.generation.Medium;
import org.xaistudy.stimuli.model.Network;
import org.xaistudy.stimuli.model.Npy;
import org.xaistudy.stimuli.model.Signals;
import org.xaistudy.stimuli.model.Tensor;
import org.xaistudy.stimuli.pixels.Normalisation;
import org.xaistudy.studies.Method;
import org.xaistudy.studies.Study;
import org.xaistudy.studies.StudyFile;
import org.xaistudy.studies.Text;
import picocli.CommandLine.Option;

/** Which model, and which images. */
final class ImageOptions {
  /** Which of a study's models. */
  enum Role {
    artefact,
    clean,
    single
  }

  /** Which of a study's images. */
  enum Split {
    train,
    test
  }

  @Option(
      names = "--study",
      paramLabel = "STUDY",
      description =
          "A study whose stimuli were generated: its model, and its images as that model saw them."
              + " Or name --model and --data or --inputs.")
  private Path study;

  @Option(
      names = "--role",
      description =
          "The study's model: ${COMPLETION-CANDIDATES} (default artefact, or the only one).")
  private Role role;

  @Option(
      names = "--split",
      defaultValue = "train",
      description = "The study's images: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
  private Split split;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "Value of a variable in study.yaml; the environment's otherwise. Repeatable.")
  private Map<String, String> variables = Map.of();

  @Option(names = "--model", paramLabel = "M.onnx", description = "A model.")
  private Path model;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "Images in a folder, or in one subfolder a class.")
  private Path data;

  @Option(
      names = "--inputs",
      paramLabel = "X.npy",
      description = "Images (N, C, H, W) or signals (N, C, L), normalised as the model expects.")
  private Path inputs;

  @Option(
      names = "--labels",
      paramLabel = "Y.npy",
      description = "The true classes (N) of --inputs.")
  private Path labels;

  @Option(
      names = "--normalise",
      paramLabel = "HOW",
      description =
          "What the model expects of colours from 0 to 1: imagenet (of --data the default), none,"
              + " or means/deviations such as 0.5,0.5,0.5/0.5,0.5,0.5. Of --inputs, what was done.")
  private String normalise;

  /** The model's file. */
  Path model() throws IOException {
    if (study == null && model == null) {
      throw new IOException("name a model with --model, or a study with --study");
    }
    if (model != null) {
      return model;
    }
    Path file =
        StudyFile.read(study)
            .folder()
            .resolve("stimuli")
            .resolve("private")
            .resolve(role() + ".onnx");
    if (!java.nio.file.Files.exists(file)) {
      throw new IOException(file + ": there is no such model; generate the study's stimuli first");
    }
    return file;
  }

  /** What a study that shows concepts calls them, in its first language; nothing otherwise. */
  ConceptNames names(Network network) throws IOException {
    if (study == null || model != null) {
      return ConceptNames.none();
    }
    Study asked = StudyFile.read(study).study();
    for (Method method : asked.methods()) {
      if (method instanceof Method.Crp crp && crp.names().isPresent()) {
        Method.Names both = crp.names().get();
        Map<Integer, String> channels = new HashMap<>();
        of(both)
            .forEach((channel, name) -> channels.put(channel, name.in(asked.languages().get(0))));
        String layer = crp.layer().orElse(network.lastConvolution());
        return ConceptNames.of(network.node(layer).name(), channels);
      }
    }
    return ConceptNames.none();
  }

  private Map<Integer, Text> of(Method.Names names) {
    return switch (role()) {
      case artefact -> names.artefact();
      case clean -> names.clean();
      case single -> names.model();
    };
  }

  /** The one that was asked for; a study with one model has no other. */
  private Role role() {
    if (role != null) {
      return role;
    }
    boolean pair = study == null || StudyFile.read(study).study().task().comparesModels();
    return pair ? Role.artefact : Role.single;
  }

  /** The images for a network. */
  ImageSource source(Network network) throws IOException {
    if (inputs != null) {
      return array();
    }
    Normalisation how = normalise == null ? Normalisation.IMAGENET : Normalisation.parse(normalise);
    if (data != null) {
      PlainFolder folder = PlainFolder.read(data);
      return new SampleSource(
          folder.samples(), folder.classes(), network.inputShape(), how, (image, label) -> image);
    }
    if (study == null) {
      throw new IOException("name images with --data or --inputs, or a study with --study");
    }
    return ofStudy(network);
  }

  private ImageSource array() throws IOException {
    List<Integer> known = new ArrayList<>();
    if (labels != null) {
      for (float label : Npy.read(labels).values()) {
        known.add(Math.round(label));
      }
    }
    return new ArraySource(
        Signals.asImages(Npy.read(inputs)),
        known,
        Optional.ofNullable(normalise).map(Normalisation::parse));
  }

  private ImageSource signals(
      StudyFile file, LabelledImages images, List<Sample> samples, Set<Integer> carriers) {
    Medium medium = Medium.of(file, name -> null);
    List<Tensor> each =
        samples.stream()
            .map(one -> medium.values(one, role() == Role.clean || carriers.contains(one.label())))
            .toList();
    return new ArraySource(
            Tensor.stack(each), samples.stream().map(Sample::label).toList(), Optional.empty())
        .called(images.classes(), samples.stream().map(Sample::id).toList());
  }

  private ImageSource ofStudy(Network network) {
    StudyFile file = StudyFile.read(study);
    Normalisation how =
        normalise == null
            ? Normalisation.of(file.study().models())
            : Normalisation.parse(normalise);
    UnaryOperator<String> values = name -> variables.getOrDefault(name, System.getenv(name));
    LabelledImages images = LabelledImages.of(file, values);
    var carriers =
        file.study().carriers().stream().map(images.classes()::indexOf).collect(Collectors.toSet());
    List<Sample> samples = split == Split.train ? images.train() : images.test();
    if (network.isOfSignals()) {
      return signals(file, images, samples, carriers);
    }
    Planting planting = Planting.of(file, values);
    // The clean model saw the artefact on all classes, or none: it tells nothing there.
    SampleSource.Artefact seen =
        (image, label) ->
            role() == Role.clean || carriers.contains(label) ? planting.plant(image) : image;
    return new SampleSource(samples, images.classes(), network.inputShape(), how, seen);
  }
}
