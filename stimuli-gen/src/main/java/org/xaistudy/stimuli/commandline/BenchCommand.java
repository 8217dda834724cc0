package org.xaistudy.stimuli.commandline;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.xaistudy.stimuli.model.Network;
import org.xaistudy.stimuli.model.Vgg;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code stimuli-gen bench}: what each method costs, in forward passes. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description =
        "Measures what CRP, LRP, Integrated Gradients and Shapley sampling cost, in forward passes"
            + " of the same model on one image.")
public final class BenchCommand implements Callable<Integer> {
  private static final int CLASSES = 1000;

  /** Networks that can be made up here, with random weights. */
  enum Architecture {
    vgg16,
    compact
  }

  @Option(
      names = "--architecture",
      defaultValue = "vgg16",
      description =
          "One of ${COMPLETION-CANDIDATES} with random weights (default ${DEFAULT-VALUE}).")
  private Architecture architecture;

  @Option(
      names = "--model",
      paramLabel = "M.onnx",
      description = "A model to measure instead of an architecture.")
  private @Nullable Path model;

  @Option(
      names = "--size",
      defaultValue = "224",
      description = "Side of the image in pixels (default ${DEFAULT-VALUE}); a model has its own.")
  private int size;

  @Option(
      names = "--conditions",
      defaultValue = "10",
      description = "Single channels to condition CRP on (default ${DEFAULT-VALUE}).")
  private int conditions;

  @Option(names = "--layer", description = "Their layer (default: the last convolution).")
  private @Nullable String layer;

  @Option(
      names = "--repetitions",
      defaultValue = "5",
      description = "The median of so many runs counts (default ${DEFAULT-VALUE}).")
  private int repetitions;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Of the weights and the image (default ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--clock",
      defaultValue = "wall",
      description =
          "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}): where a machine does other things"
              + " too, processor time tells more; it comes in steps of 10 ms.")
  private BenchClock clock;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    RandomGenerator random = new SplittableRandom(seed);
    try {
      Network network = network(random);
      Benchmark benchmark = new Benchmark(network, random, repetitions, clock);
      Map<String, Object> results = new LinkedHashMap<>();
      results.put("model", model == null ? architecture + " " + size : model.toString());
      results.putAll(benchmark.run(layer == null ? network.lastConvolution() : layer, conditions));
      if (json) {
        out.println(
            new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(results));
      } else {
        results.forEach((key, value) -> out.printf("%-24s %s%n", key, value));
      }
      out.flush();
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
    return 0;
  }

  private Network network(RandomGenerator random) throws IOException {
    if (model != null) {
      return Network.read(model);
    }
    return switch (architecture) {
      case vgg16 -> Vgg.vgg16(size, CLASSES, random);
      case compact -> Vgg.compact(size, CLASSES, random);
    };
  }
}
