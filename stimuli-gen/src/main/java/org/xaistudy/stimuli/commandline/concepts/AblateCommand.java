package org.xaistudy.stimuli.commandline.concepts;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import me.tongfei.progressbar.ProgressBar;
import org.xaistudy.stimuli.attribution.ForwardPass;
import org.xaistudy.stimuli.concept.Ablation;
import org.xaistudy.stimuli.concept.Ablation.Order;
import org.xaistudy.stimuli.concept.figure.AblationFigure;
import org.xaistudy.stimuli.generation.ProgressBars;
import org.xaistudy.stimuli.model.Inference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code concepts ablate}. */
@Command(
    name = "ablate",
    mixinStandardHelpOptions = true,
    description =
        "Sets a layer's channels to zero one after another, most relevant first, and draws what"
            + " becomes of the confidence in the top classes; most active first and random order"
            + " beside it, with the area between. Writes ablation.csv too.")
final class AblateCommand extends ConceptCommand {
  @Option(
      names = "--image",
      paramLabel = "IMAGE",
      defaultValue = "0",
      description = "An image by number or end of its name (default: the first).")
  private String image;

  @Option(
      names = "--channels",
      defaultValue = "64",
      description = "At most so many are set to zero (default ${DEFAULT-VALUE}).")
  private int most;

  @Option(
      names = "--random",
      defaultValue = "5",
      description = "So many random orders (default ${DEFAULT-VALUE}).")
  private int randoms;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Of the random orders (default ${DEFAULT-VALUE}).")
  private long seed;

  @Override
  void run(ConceptTask task) throws IOException {
    String layer = task.layer();
    int number = task.image(image);
    int steps = Math.min(most, task.network().shape(layer)[0]);
    Map<Order, List<Ablation>> ablations = new EnumMap<>(Order.class);
    try (ForwardPass forward = task.forward(number);
        ProgressBar bar = ProgressBars.bar("Ablation", (2L + randoms) * (steps + 1))) {
      SplittableRandom random = new SplittableRandom(seed);
      int before = 0;
      for (Order order : Order.values()) {
        List<Ablation> runs = new ArrayList<>();
        for (int run = 0; run < (order == Order.RANDOM ? randoms : 1); run++) {
          List<Integer> all = Ablation.order(task.lrp(), forward, layer, order, random);
          int done = before;
          runs.add(
              Ablation.of(
                  task.lrp().inference(),
                  task.source().input(number),
                  layer,
                  all.subList(0, steps),
                  step -> bar.stepTo(done + step)));
          before += steps + 1;
        }
        if (!runs.isEmpty()) {
          ablations.put(order, runs);
        }
      }
      draw(task, number, layer, forward, ablations);
    }
  }

  private void draw(
      ConceptTask task,
      int number,
      String layer,
      ForwardPass forward,
      Map<Order, List<Ablation>> ablations)
      throws IOException {
    int target = forward.targets()[0];
    String title = "Without the channels of " + layer;
    String subtitle = task.source().name(number) + ", explained as " + task.className(target);
    String svg = AblationFigure.svg(ablations, target, task::className, title, subtitle);
    wrote(task.write("ablation." + number + ".svg", svg));
    wrote(task.write("ablation." + number + ".csv", csv(ablations)));
    double relevant = requireNonNull(ablations.get(Order.RELEVANCE)).get(0).area(target);
    double active = requireNonNull(ablations.get(Order.ACTIVATION)).get(0).area(target);
    say(
        "Area under the confidence in %s: %.3f most relevant first, %.3f most active first; between"
            + " them %.3f",
        task.className(target), relevant, active, active - relevant);
  }

  private static String csv(Map<Order, List<Ablation>> ablations) {
    StringBuilder csv = new StringBuilder("order,run,step,channel,class,confidence\n");
    ablations.forEach(
        (order, runs) -> {
          for (int run = 0; run < runs.size(); run++) {
            Ablation ablation = runs.get(run);
            for (int step = 0; step < ablation.confidences().length; step++) {
              String channel = step == 0 ? "" : ablation.order().get(step - 1).toString();
              double[] classes = ablation.confidences()[step];
              int top = Inference.largest(floats(classes));
              csv.append(order.name().toLowerCase(Locale.ROOT)).append(',').append(run);
              csv.append(',').append(step).append(',').append(channel).append(',').append(top);
              csv.append(',').append((float) classes[top]).append('\n');
            }
          }
        });
    return csv.toString();
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
