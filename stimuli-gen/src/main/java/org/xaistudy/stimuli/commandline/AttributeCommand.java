package org.xaistudy.stimuli.commandline;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xaistudy.stimuli.attribution.Attribution;
import org.xaistudy.stimuli.attribution.Composite;
import org.xaistudy.stimuli.attribution.CompositeFile;
import org.xaistudy.stimuli.attribution.Condition;
import org.xaistudy.stimuli.attribution.ForwardPass;
import org.xaistudy.stimuli.attribution.Ledger;
import org.xaistudy.stimuli.attribution.Lrp;
import org.xaistudy.stimuli.gradient.GradCam;
import org.xaistudy.stimuli.gradient.IntegratedGradients;
import org.xaistudy.stimuli.model.Inference;
import org.xaistudy.stimuli.model.Network;
import org.xaistudy.stimuli.model.Npy;
import org.xaistudy.stimuli.model.Signals;
import org.xaistudy.stimuli.model.Tensor;
import org.xaistudy.stimuli.shapley.Segments;
import org.xaistudy.stimuli.shapley.Shapley;
import org.xaistudy.stimuli.shapley.Slic;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code stimuli-gen attribute}: any method on any model, from and to NumPy arrays. */
@Command(
    name = "attribute",
    mixinStandardHelpOptions = true,
    description = {
      "Explains a model's predictions for the images or signals of a NumPy array.",
      "Writes heatmap.npy (one map a sample, or a condition of each sample, summed over the input's"
          + " channels), logits.npy, channels.LAYER.npy for each --record, region.npy for --region,"
          + " ledger.json for --ledger, and shapley.npy for --method shap."
    })
public final class AttributeCommand implements Callable<Integer> {
  /** About so many parts of an input where none are given. */
  private static final int SEGMENTS = 100;

  /** What can be asked for. */
  enum Method {
    lrp,
    crp,
    ig,
    gradcam,
    shap
  }

  @Option(names = "--model", required = true, paramLabel = "M.onnx", description = "The model.")
  private Path model;

  @Option(
      names = "--input",
      required = true,
      paramLabel = "X.npy",
      description = "Images (N, C, H, W), or signals (N, C, L), normalised as the model expects.")
  private Path input;

  @Option(names = "--method", required = true, description = "One of ${COMPLETION-CANDIDATES}.")
  private Method method;

  @Option(
      names = "--composite",
      defaultValue = "epsilon-plus-flat",
      description =
          "Rules of lrp and crp (default ${DEFAULT-VALUE}): epsilon-plus, epsilon-plus-flat,"
              + " epsilon-alpha2-beta1, epsilon-alpha2-beta1-flat, epsilon-gamma-box, epsilon, or a"
              + " YAML file.")
  private String composite;

  @Option(
      names = "--box",
      arity = "2",
      paramLabel = "VALUE",
      description =
          "Smallest and largest possible value of a normalised pixel, for epsilon-gamma-box"
              + " (default: those in the input).")
  private double @Nullable [] box;

  /** What the addends of a sum get. */
  enum Residual {
    share,
    gradient
  }

  @Option(
      names = "--residual",
      defaultValue = "share",
      description =
          "How lrp and crp pass the sum of a residual block (default ${DEFAULT-VALUE}): each addend"
              + " gets its share, or, as in zennit without a canonizer, gradient: each gets all.")
  private Residual residual;

  @Option(
      names = "--target",
      defaultValue = "predicted",
      description = "The class to explain: predicted, or its number (default ${DEFAULT-VALUE}).")
  private String target;

  @Option(
      names = "--conditions",
      paramLabel = "C.json",
      description =
          "For crp, a list such as [{\"y\": [8], \"features.17\": [42, 22]}], applied to every"
              + " sample.")
  private @Nullable Path conditions;

  @Option(
      names = "--record",
      paramLabel = "LAYER",
      description = "A layer whose relevance per channel is wanted, for lrp and crp. Repeatable.")
  private List<String> record = List.of();

  @Option(
      names = "--region",
      paramLabel = "R.npy",
      description =
          "For lrp and crp, a map as high and wide as the input, 1 inside and 0 outside: how much"
              + " of the relevance of each heat map lies inside (eq. 10 of the CRP paper).")
  private @Nullable Path region;

  @Option(
      names = "--ledger",
      description =
          "For lrp, where relevance stayed on its way: what each layer received, handed down, and"
              + " lost to its bias and to the stabiliser.")
  private boolean ledger;

  @Option(
      names = "--layer",
      description = "Grad-CAM's layer (default: the activation after the last convolution).")
  private @Nullable String layer;

  @Option(names = "--rectified", description = "Negative values of Grad-CAM become zero.")
  private boolean rectified;

  @Option(
      names = "--steps",
      defaultValue = "100",
      description = "Steps of Integrated Gradients (default ${DEFAULT-VALUE}).")
  private int steps;

  @Option(
      names = "--segments",
      paramLabel = "S.npy",
      description =
          "For shap, a map of whole numbers as high and wide as the input (default: about 100"
              + " superpixels of each image, stretches of each signal).")
  private @Nullable Path segments;

  @Option(names = "--exact", description = "Shapley values by enumeration, up to 16 segments.")
  private boolean exact;

  @Option(
      names = "--permutations",
      defaultValue = "50",
      description = "Orders that shap samples at most (default ${DEFAULT-VALUE}).")
  private int permutations;

  @Option(
      names = "--standard-error",
      defaultValue = "0",
      description =
          "Shap stops earlier once the standard errors of its values are at most this share of the"
              + " largest value (default: never).")
  private double standardError;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Of shap's sampling (default ${DEFAULT-VALUE}).")
  private long seed;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to write.")
  private Path out;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Network network = Network.read(model);
    Tensor images = Signals.asImages(Npy.read(input));
    try {
      explain(network, images).write(out);
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new IOException(e.getMessage(), e); // what was asked for is not there
    }
    return 0;
  }

  private ResultFiles explain(Network network, Tensor images) throws IOException {
    require(conditions == null || method == Method.crp, "--conditions goes with --method crp");
    require(
        region == null || method == Method.lrp || method == Method.crp,
        "--region goes with --method lrp and crp");
    require(!ledger || method == Method.lrp, "--ledger goes with --method lrp");
    ResultFiles results = new ResultFiles();
    Tensor logits;
    try (Inference inference = new Inference(network)) {
      logits = inference.logits(images);
    }
    results.add("logits", logits);
    int[] targets = targets(network, logits);
    switch (method) {
      case lrp -> relevance(network, images, targets, List.of(Condition.target()), results);
      case crp -> relevance(network, images, targets, conditions(), results);
      case ig ->
          results.add(
              "heatmap", Signals.asLines(network, integratedGradients(network, images, targets)));
      case gradcam ->
          results.add("heatmap", Signals.asLines(network, gradCam(network, images, targets)));
      case shap -> shapley(network, images, targets, results);
    }
    return results;
  }

  private void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message + ", not " + method);
    }
  }

  private int[] targets(Network network, Tensor logits) {
    int[] targets = new int[logits.shape()[0]];
    if (target.equals("predicted")) {
      float[][] rows = logits.rows();
      Arrays.setAll(targets, i -> Inference.largest(rows[i]));
      return targets;
    }
    boolean number = target.matches("\\d{1,9}");
    if (!number || Integer.parseInt(target) >= network.classes()) {
      throw new IllegalArgumentException(
          "--target is predicted or a class from 0 to "
              + (network.classes() - 1)
              + ", not "
              + target);
    }
    Arrays.fill(targets, Integer.parseInt(target));
    return targets;
  }

  private List<Condition> conditions() throws IOException {
    if (conditions == null) {
      throw new IllegalArgumentException("--method crp needs --conditions C.json");
    }
    return ConditionsFile.read(conditions);
  }

  private Composite composite(Tensor images) throws IOException {
    if (composite.endsWith(".yaml") || composite.endsWith(".yml")) {
      return CompositeFile.read(Path.of(composite));
    }
    Composite named = Composite.named(composite);
    if (!named.name().equals("epsilon-gamma-box")) {
      return named;
    }
    double[] bounds = box == null ? range(images.values()) : box;
    return Composite.epsilonGammaBox(bounds[0], bounds[1]);
  }

  private static double[] range(float[] values) {
    double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
    for (float value : values) {
      range[0] = Math.min(range[0], value);
      range[1] = Math.max(range[1], value);
    }
    return range;
  }

  private void relevance(
      Network network, Tensor images, int[] targets, List<Condition> asked, ResultFiles results)
      throws IOException {
    Composite rules = composite(images);
    boolean gradient = residual == Residual.gradient;
    try (Lrp lrp = new Lrp(network, gradient ? rules.withResidualGradient() : rules)) {
      Attribution attribution = lrp.attribute(images, targets, asked, record);
      results.add("heatmap", Signals.asLines(network, flat(attribution.heatmaps())));
      for (String name : record) {
        results.add("channels." + name, flat(attribution.recorded(name)));
      }
      if (region != null) {
        results.add("region", within(Signals.asMap(Npy.read(region)), attribution));
      }
      if (ledger) {
        results.addJson("ledger", ledgers(lrp, images, targets));
      }
    }
  }

  /** The relevance inside a region, of each sample under each condition, (N·K). */
  private static Tensor within(Tensor inside, Attribution attribution) {
    int[] shape = attribution.heatmaps().shape();
    Tensor sums = Tensor.zeros(shape[0] * shape[1]);
    for (int i = 0; i < sums.values().length; i++) {
      sums.values()[i] = (float) attribution.within(inside, i / shape[1], i % shape[1]);
    }
    return sums;
  }

  private static List<Ledger> ledgers(Lrp lrp, Tensor images, int[] targets) {
    List<Ledger> ledgers = new ArrayList<>();
    for (int i = 0; i < targets.length; i++) {
      try (ForwardPass forward = lrp.forward(images.range(i, i + 1), new int[] {targets[i]})) {
        ledgers.add(lrp.ledger(forward, Condition.target()));
      }
    }
    return ledgers;
  }

  /** (N, K, …) as (N·K, …). */
  private static Tensor flat(Tensor tensor) {
    int[] shape = Arrays.copyOfRange(tensor.shape(), 1, tensor.shape().length);
    shape[0] *= tensor.shape()[0];
    return tensor.reshape(shape);
  }

  private Tensor integratedGradients(Network network, Tensor images, int[] targets) {
    List<Tensor> maps = new ArrayList<>();
    PrintWriter progress = spec.commandLine().getOut();
    try (IntegratedGradients gradients = new IntegratedGradients(network, steps)) {
      for (int i = 0; i < targets.length; i++) {
        Tensor image = images.slice(i);
        Tensor baseline = Tensor.zeros(image.shape());
        IntegratedGradients.Result result = gradients.attribute(image, baseline, targets[i]);
        double difference = gradients.difference(image, baseline, targets[i]);
        maps.add(result.heatmap());
        progress.printf(
            "sample %d: sum %.6g, difference of the logits %.6g, completeness error %.3g%n",
            i, result.attributions().sum(), difference, result.completenessError(difference));
      }
    }
    progress.flush();
    return Tensor.stack(maps);
  }

  private Tensor gradCam(Network network, Tensor images, int[] targets) {
    String at = layer == null ? network.lastFeatures() : layer;
    try (GradCam gradCam = new GradCam(network, at)) {
      return rectified ? gradCam.rectified(images, targets) : gradCam.maps(images, targets);
    }
  }

  private void shapley(Network network, Tensor images, int[] targets, ResultFiles results)
      throws IOException {
    Segments given = segments == null ? null : Segments.of(Signals.asMap(Npy.read(segments)));
    List<Tensor> maps = new ArrayList<>();
    List<Tensor> values = new ArrayList<>();
    try (Inference inference = new Inference(network)) {
      for (int i = 0; i < targets.length; i++) {
        Tensor image = images.slice(i);
        Segments parts = given == null ? parts(network, image) : given;
        Shapley shapley =
            new Shapley(inference, image, Tensor.zeros(image.shape()), parts, targets[i]);
        Shapley.Result result =
            exact
                ? shapley.exact()
                : shapley.sample(
                    new Shapley.Sampling(permutations, standardError), new SplittableRandom(seed));
        maps.add(result.heatmap());
        values.add(floats(result.values()));
      }
    }
    results.add("heatmap", Signals.asLines(network, Tensor.stack(maps)));
    if (given != null) { // otherwise each sample has segments of its own
      results.add("shapley", Tensor.stack(values));
    }
  }

  private static Segments parts(Network network, Tensor image) {
    return network.isOfSignals()
        ? Segments.stretches(image.shape()[2], SEGMENTS)
        : superpixels(image);
  }

  /** Of the image stretched to the range 0 to 1: what it was normalised from is not known here. */
  private static Segments superpixels(Tensor image) {
    double[] range = range(image.values());
    Tensor stretched = Tensor.zeros(image.shape());
    for (int i = 0; i < stretched.values().length; i++) {
      double share = (image.values()[i] - range[0]) / Math.max(1e-12, range[1] - range[0]);
      stretched.values()[i] = (float) share;
    }
    return Slic.segments(stretched, SEGMENTS, 10);
  }

  private static Tensor floats(double[] values) {
    Tensor tensor = Tensor.zeros(values.length);
    for (int i = 0; i < values.length; i++) {
      tensor.values()[i] = (float) values[i];
    }
    return tensor;
  }
}
