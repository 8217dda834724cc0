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
import org.xaistudy.stimuli.concept.CsvTable;
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
    wrote(
        CsvTable.write(
            task.file("ablation." + number + ".csv"),
            "order,run,step,channel,class,confidence",
            table -> {
              for (Map.Entry<Order, List<Ablation>> runs : ablations.entrySet()) {
                String order = runs.getKey().name().toLowerCase(Locale.ROOT);
                for (int run = 0; run < runs.getValue().size(); run++) {
                  addTo(table, order, run, runs.getValue().get(run));
                }
              }
            }));
    double relevant = requireNonNull(ablations.get(Order.RELEVANCE)).get(0).area(target);
    double active = requireNonNull(ablations.get(Order.ACTIVATION)).get(0).area(target);
    say(
        "Area under the confidence in %s: %.3f most relevant first, %.3f most active first; between"
            + " them %.3f",
        task.className(target), relevant, active, active - relevant);
  }

  private static void addTo(CsvTable table, String order, int run, Ablation ablation)
      throws IOException {
    for (int step = 0; step < ablation.confidences().length; step++) {
      String channel = step == 0 ? "" : ablation.order().get(step - 1).toString();
      double[] classes = ablation.confidences()[step];
      int top = Inference.largest(floats(classes));
      table.row(order, run, step, channel, top, (float) classes[top]);
    }
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
