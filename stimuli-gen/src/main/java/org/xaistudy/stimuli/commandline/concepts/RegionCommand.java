package org.xaistudy.stimuli.commandline.concepts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import me.tongfei.progressbar.ProgressBar;
import org.xaistudy.stimuli.attribution.ForwardPass;
import org.xaistudy.stimuli.concept.CsvTable;
import org.xaistudy.stimuli.concept.Region;
import org.xaistudy.stimuli.concept.RegionalRelevance;
import org.xaistudy.stimuli.generation.ProgressBars;
import org.xaistudy.stimuli.model.Npy;
import org.xaistudy.stimuli.model.Signals;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code concepts region}. */
@Command(
    name = "region",
    mixinStandardHelpOptions = true,
    description =
        "How much of each channel's relevance lies inside a box or mask, for chosen images or all."
            + " Writes region.csv.")
final class RegionCommand extends ConceptCommand {
  @Option(
      names = "--box",
      split = ",",
      arity = "1",
      paramLabel = "left,top,width,height",
      description = "A box, in pixels of the model's input; of a signal top is 0 and height 1.")
  private int[] box;

  @Option(
      names = "--mask",
      paramLabel = "M.npy",
      description = "A mask (H, W), of signals (L), 1 inside and 0 outside.")
  private Path mask;

  @Option(
      names = "--image",
      paramLabel = "IMAGE",
      description = "An image by number or end of its name. Repeatable (default: all).")
  private List<String> images = List.of();

  @Override
  void run(ConceptTask task) throws IOException {
    Region region = region(task.network().inputShape());
    int count = images.isEmpty() ? task.source().count() : images.size();
    try (ProgressBar bar = ProgressBars.bar("Relevance in the region", count)) {
      wrote(
          CsvTable.write(
              task.file("region.csv"),
              "image,layer,channel,inside,whole",
              table -> {
                for (int i = 0; i < count; i++) {
                  int image = images.isEmpty() ? i : task.image(images.get(i));
                  add(table, task, region, image, count == 1);
                  bar.step();
                }
              }));
    }
  }

  private void add(CsvTable table, ConceptTask task, Region region, int image, boolean only)
      throws IOException {
    try (ForwardPass forward = task.forward(image)) {
      for (String layer : task.question().layers()) {
        List<RegionalRelevance> channels = RegionalRelevance.of(task.lrp(), forward, layer, region);
        for (RegionalRelevance r : channels) {
          table.row(image, layer, r.channel(), r.inside(), r.whole());
        }
        if (only) {
          tell(layer, channels, task);
        }
      }
    }
  }

  private void tell(String layer, List<RegionalRelevance> channels, ConceptTask task) {
    channels.stream()
        .sorted(Comparator.comparing(r -> -Math.abs(r.inside())))
        .limit(5)
        .forEach(
            r ->
                say(
                    "%s: %s has %.4g inside, %.4g in all",
                    layer, task.names().label(layer, r.channel()), r.inside(), r.whole()));
  }

  private Region region(int[] input) throws IOException {
    if ((box == null) == (mask == null)) {
      throw new IOException("name a region: --box left,top,width,height or --mask M.npy");
    }
    if (mask != null) {
      return new Region(Signals.asMap(Npy.read(mask)));
    }
    if (box.length != 4) {
      throw new IOException("--box is left,top,width,height");
    }
    return Region.box(box[0], box[1], box[2], box[3], input[1], input[2]);
  }
}
