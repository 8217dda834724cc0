package org.xaistudy.stimuli.commandline.concepts;

import java.io.IOException;
import java.util.List;
import org.xaistudy.stimuli.attribution.ForwardPass;
import org.xaistudy.stimuli.concept.Atlas;
import org.xaistudy.stimuli.concept.Criterion;
import org.xaistudy.stimuli.concept.CsvTable;
import org.xaistudy.stimuli.concept.figure.AtlasFigure;
import org.xaistudy.stimuli.shapley.Segments;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code concepts atlas}. */
@Command(
    name = "atlas",
    mixinStandardHelpOptions = true,
    description =
        "Draws which channels are most and second most relevant in each superpixel of an image,"
            + " with a legend of reference images. Writes atlas.csv too.")
final class AtlasCommand extends ConceptCommand {
  @Option(
      names = "--image",
      paramLabel = "IMAGE",
      defaultValue = "0",
      description = "Images by number or end of their names. Repeatable (default: the first).")
  private List<String> images;

  @Option(
      names = "--superpixels",
      defaultValue = "50",
      description = "About so many (default ${DEFAULT-VALUE}).")
  private int superpixels;

  @Option(
      names = "--compactness",
      defaultValue = "10",
      description = "How much position counts against colour (default ${DEFAULT-VALUE}).")
  private double compactness;

  @Override
  void run(ConceptTask task) throws IOException {
    String layer = task.layer();
    Criterion criterion = task.criterion();
    AtlasFigure figure =
        new AtlasFigure(
            task.tiles(false),
            task.names(),
            layer,
            criterion,
            task.references().layer(layer).ranking(criterion));
    for (String name : images) {
      int image = task.image(name);
      Segments segments = task.segments(image, superpixels, compactness);
      if (segments.count() < 2) {
        throw new IOException(
            task.source().name(image) + " is a single superpixel: ask for more --superpixels");
      }
      try (ForwardPass forward = task.forward(image)) {
        Atlas atlas = Atlas.of(task.lrp(), forward, layer, segments);
        String title =
            "Concepts in " + task.source().name(image) + " for " + task.decision(forward);
        wrote(task.write("atlas." + image + ".svg", figure.svg(atlas, image, title)));
        wrote(
            CsvTable.write(
                task.file("atlas." + image + ".csv"),
                "image,layer,superpixel,pixels,rank,channel,relevance",
                table -> addTo(table, atlas, image, layer)));
      }
    }
  }

  private static void addTo(CsvTable table, Atlas atlas, int image, String layer)
      throws IOException {
    int[] sizes = atlas.segments().sizes();
    for (int s = 0; s < sizes.length; s++) {
      for (int rank = 0; rank < Math.min(2, atlas.relevance().shape()[1]); rank++) {
        int channel = atlas.channel(s, rank);
        float relevance = atlas.relevance().at(s, channel);
        table.row(image, layer, s, sizes[s], rank + 1, channel, relevance);
      }
    }
  }
}
