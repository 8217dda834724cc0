package org.xaistudy.stimuli.commandline.concepts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.xaistudy.stimuli.attribution.Composite;
import org.xaistudy.stimuli.attribution.CompositeFile;
import org.xaistudy.stimuli.attribution.Lrp;
import org.xaistudy.stimuli.concept.ConceptNames;
import org.xaistudy.stimuli.concept.Criterion;
import org.xaistudy.stimuli.concept.ImageSource;
import org.xaistudy.stimuli.concept.Targets;
import org.xaistudy.stimuli.model.Network;
import org.xaistudy.studies.document.Sha256;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What all commands about concepts take. */
final class ConceptOptions {
  @ArgGroup(validate = false, heading = "%nModel and images:%n")
  private ImageOptions images = new ImageOptions();

  @Option(
      names = "--layer",
      paramLabel = "LAYER",
      description =
          "A layer (or module) whose channels are meant; some commands take several (default: the"
              + " last convolution).")
  private List<String> layers = List.of();

  @Option(
      names = "--by",
      split = ",",
      defaultValue = "relevance-sum",
      paramLabel = "CRITERION",
      description =
          "How reference images are chosen: relevance-sum, relevance-max, activation-sum,"
              + " activation-max; several with commas (default ${DEFAULT-VALUE}).")
  private List<String> criteria;

  @Option(
      names = "--top",
      defaultValue = "40",
      description = "References kept for each channel (default ${DEFAULT-VALUE}).")
  private int top;

  @Option(
      names = "--target",
      defaultValue = "predicted",
      description =
          "Whose relevance: predicted, true, or a class's number (default ${DEFAULT-VALUE}).")
  private String target;

  @Option(
      names = "--composite",
      defaultValue = "epsilon-plus-flat",
      description = "Rules of relevance, by name or YAML file (default ${DEFAULT-VALUE}).")
  private String composite;

  @Option(
      names = "--names",
      paramLabel = "NAMES.yaml",
      description =
          "What people call channels, by layer: {features.28: {102: animal on branch}}; of a study the"
              + " names that it shows to participants, unless this is given.")
  private Path names;

  @Option(
      names = "--out",
      defaultValue = "concepts",
      paramLabel = "DIR",
      description = "Where to write, and where references are kept (default ${DEFAULT-VALUE}).")
  private Path out;

  /** Opens model and images. Close the result to free native memory. */
  ConceptTask open() throws IOException {
    Path model = images.model();
    Network network = Network.read(model);
    try {
      ImageSource source = images.source(network);
      if (target.equals("true") && !ConceptTask.speaksOfTheModelsClasses(source, network)) {
        throw new IOException(
            "the images are of "
                + source.classes().size()
                + " classes, the model knows "
                + network.classes()
                + ": which is which cannot be told, so --target true is not possible");
      }
      Composite rules = rules();
      List<String> chosen = layers.isEmpty() ? List.of(network.lastConvolution()) : layers;
      ConceptTask.Question question =
          new ConceptTask.Question(
              Sha256.of(model),
              composite.equals(rules.name()) ? composite : rules.name() + " " + rules,
              chosen.stream().map(layer -> network.node(layer).name()).distinct().toList(),
              criteria.stream().map(String::strip).map(Criterion::named).distinct().toList(),
              top,
              Targets.of(target, network.classes()));
      ConceptNames known = names == null ? images.names(network) : ConceptNames.read(names);
      return new ConceptTask(new Lrp(network, rules), source, question, known, out);
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e); // what was asked for is not there
    }
  }

  private Composite rules() throws IOException {
    return composite.endsWith(".yaml") || composite.endsWith(".yml")
        ? CompositeFile.read(Path.of(composite))
        : Composite.named(composite);
  }
}
