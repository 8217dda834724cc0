package org.xaistudy.stimuli.commandline.concepts;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import org.xaistudy.stimuli.concept.Criterion;
import org.xaistudy.stimuli.concept.CsvTable;
import org.xaistudy.stimuli.concept.Ranking;
import org.xaistudy.stimuli.concept.References;
import org.xaistudy.stimuli.concept.Similarity;
import org.xaistudy.stimuli.concept.figure.SimilarityFigure;
import org.xaistudy.stimuli.concept.figure.SimilarityFigure.ClassMeans;
import org.xaistudy.stimuli.generation.ProgressBars;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code concepts similarity}. */
@Command(
    name = "similarity",
    mixinStandardHelpOptions = true,
    description = {
      "How alike a layer's channels are over their reference images: a map of all, groups, and for"
          + " chosen classes activation beside relevance.",
      "Writes similarity.csv (channel, other, rho, distance) and embedding.csv (channel, x, y, group)."
    })
final class SimilarityCommand extends ConceptCommand {
  @Option(
      names = "--references",
      defaultValue = "15",
      description = "References of each channel that are compared on (default ${DEFAULT-VALUE}).")
  private int count;

  @Option(
      names = "--group-distance",
      defaultValue = "0.5",
      description = "Groups are of a mean distance of at most so much (default ${DEFAULT-VALUE}).")
  private double farthest;

  @Option(
      names = "--classes",
      split = ",",
      description =
          "Classes by number, for activation beside relevance (default: those that differ"
              + " most in the largest group).")
  private List<Integer> classes = List.of();

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Of the map (default ${DEFAULT-VALUE}).")
  private long seed;

  @Override
  void run(ConceptTask task) throws IOException {
    String layer = task.layer();
    Criterion criterion = task.criterion();
    References references =
        task.references(
            task.question().layers(), List.of(Criterion.RELEVANCE_SUM, Criterion.ACTIVATION_SUM));
    Ranking ranking = references.layer(layer).ranking(criterion);
    Similarity similarity;
    try (ProgressBar bar = ProgressBars.bar("Similarity", Similarity.images(ranking, count))) {
      similarity =
          Similarity.of(task.lrp().inference(), task.source(), layer, ranking, count, bar::stepTo);
    }
    int[] groups = similarity.clusters(farthest);
    double[][] places = similarity.embedding(seed);
    SimilarityFigure figure =
        new SimilarityFigure(task.tiles(false), task.names(), layer, criterion, ranking);
    wrote(task.write("similarity." + layer + ".svg", figure.map(places, groups)));
    wrote(
        CsvTable.write(
            task.file("similarity." + layer + ".csv"),
            "channel,other,rho,distance",
            table -> addPairs(table, similarity)));
    wrote(
        CsvTable.write(
            task.file("embedding." + layer + ".csv"),
            "channel,x,y,group",
            table -> {
              for (int c = 0; c < places.length; c++) {
                table.row(c, digits(5, places[c][0]), digits(5, places[c][1]), groups[c]);
              }
            }));
    List<Integer> members = SimilarityFigure.members(groups, 0, 8);
    List<ClassMeans> means = means(references, layer, members);
    wrote(
        task.write(
            "similarity." + layer + ".classes.svg",
            figure.classes(members, means, task::className)));
  }

  private List<ClassMeans> means(References references, String layer, List<Integer> members) {
    int channels = references.layer(layer).channels();
    List<ClassMeans> all = new ArrayList<>();
    for (int k = 0; k < references.question().classes(); k++) {
      double[] activation = new double[channels];
      double[] relevance = new double[channels];
      for (int c = 0; c < channels; c++) {
        activation[c] = references.means(layer, Criterion.ACTIVATION_SUM, c)[k];
        relevance[c] = references.means(layer, Criterion.RELEVANCE_SUM, c)[k];
      }
      if (references.images(k) > 0 && (classes.isEmpty() || classes.contains(k))) {
        all.add(new ClassMeans(k, activation, relevance));
      }
    }
    all.sort((a, b) -> Double.compare(spread(b, members), spread(a, members)));
    return classes.isEmpty() ? all.subList(0, Math.min(3, all.size())) : all;
  }

  private static double spread(ClassMeans means, List<Integer> members) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int c : members) {
      low = Math.min(low, means.relevance()[c]);
      high = Math.max(high, means.relevance()[c]);
    }
    return high - low;
  }

  private static void addPairs(CsvTable table, Similarity similarity) throws IOException {
    for (int q = 0; q < similarity.rho().length; q++) {
      for (int p = q + 1; p < similarity.rho().length; p++) {
        table.row(q, p, digits(6, similarity.rho()[q][p]), digits(6, similarity.distance(q, p)));
      }
    }
  }

  private static String digits(int count, double value) {
    return String.format(Locale.ROOT, "%." + count + "f", value);
  }
}
