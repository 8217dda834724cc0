package org.xaistudy.stimuli.commandline.concepts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.xaistudy.stimuli.concept.Criterion;
import org.xaistudy.stimuli.concept.CsvTable;
import org.xaistudy.stimuli.concept.LayerReferences;
import org.xaistudy.stimuli.concept.ReferenceFile;
import org.xaistudy.stimuli.concept.ReferenceSearch;
import org.xaistudy.stimuli.concept.References;
import org.xaistudy.stimuli.concept.SearchEngine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code concepts references}. */
@Command(
    name = "references",
    mixinStandardHelpOptions = true,
    description = {
      "Seeks the images that make each channel most relevant (RelMax) or most active (ActMax), of all"
          + " chosen layers in one pass over the images.",
      "Writes references.store, references.csv and classes.csv. Killed, it goes on where it was; parts"
          + " of the images (--part) can be searched apart and merged (--merge)."
    })
final class ReferencesCommand extends ConceptCommand {
  private static final String LOCAL = "local";

  /** The number of classes named for each channel. */
  private static final int CLASSES = 10;

  @Option(
      names = "--part",
      paramLabel = "I/N",
      description = "Search only the I-th of N parts of the images, into references.I-of-N.store.")
  private String part;

  @Option(
      names = "--merge",
      paramLabel = "STORE",
      description = "Merge parts instead of searching: their files. Repeatable.")
  private List<Path> parts = List.of();

  @Option(
      names = "--engine",
      defaultValue = LOCAL,
      paramLabel = "ENGINE",
      description =
          "What searches: local (default), or spark, which comes with stimuli-gen-spark.jar, for data"
              + " sets that outgrow a machine. The results are the same bytes.")
  private String engine;

  @Override
  void run(ConceptTask task) throws IOException {
    if (!parts.isEmpty()) {
      merge(task);
    } else if (part != null) {
      searchPart(task);
    } else {
      ConceptTask.WholeSearch search =
          engine.equals(LOCAL) ? task.here() : task.by(SearchEngine.named(engine), elsewhere());
      finish(task, task.references(task.question().layers(), List.of(), search));
    }
  }

  private void merge(ConceptTask task) throws IOException {
    References whole = ReferenceFile.read(parts.get(0));
    for (Path more : parts.subList(1, parts.size())) {
      try {
        whole.merge(ReferenceFile.read(more));
      } catch (IllegalArgumentException e) {
        throw new IOException(more + ": " + e.getMessage(), e);
      }
    }
    if (!whole.complete()) {
      throw new IOException(
          "these parts are not the whole: of "
              + whole.question().images()
              + " images they have "
              + whole.searched());
    }
    Path store = task.file(ConceptTask.STORE);
    ReferenceFile.write(store, whole);
    ReferenceFile.writeCsv(task.file("references.csv"), whole);
    finish(task, whole);
  }

  private void searchPart(ConceptTask task) throws IOException {
    if (!part.matches("\\d{1,6}/\\d{1,6}")) {
      throw new IOException("--part is a number of a number, such as 2/8, not " + part);
    }
    int slash = part.indexOf('/');
    int number = Integer.parseInt(part.substring(0, slash));
    int of = Integer.parseInt(part.substring(slash + 1));
    ReferenceSearch search = task.search();
    References.Question wanted = task.wanted(task.question().layers(), task.question().criteria());
    Path store = task.file("references." + number + "-of-" + of + ".store");
    task.search(search, wanted, search.part(number, of), store);
    wrote(store);
  }

  private void finish(ConceptTask task, References references) throws IOException {
    Path classes = task.file("classes.csv");
    writeClasses(classes, references, task.source().classes());
    wrote(task.file(ConceptTask.STORE));
    wrote(task.file("references.csv"));
    wrote(classes);
  }

  /** The classes with the largest means, for each channel. */
  private static void writeClasses(Path file, References references, List<String> names)
      throws IOException {
    CsvTable.write(
        file,
        "layer,channel,by,class,name,mean",
        table -> {
          for (LayerReferences layer : references.layers()) {
            for (Criterion criterion : references.question().criteria()) {
              for (int c = 0; c < layer.channels(); c++) {
                double[] means = references.means(layer.layer(), criterion, c);
                for (int k : largest(means, references)) {
                  String name = k < names.size() ? names.get(k) : "";
                  table.row(layer.layer(), c, criterion, k, name, (float) means[k]);
                }
              }
            }
          }
        });
  }

  private static List<Integer> largest(double[] means, References references) {
    return IntStream.range(0, means.length)
        .boxed()
        .filter(k -> references.images(k) > 0)
        .sorted((a, b) -> Double.compare(means[b], means[a]))
        .limit(CLASSES)
        .toList();
  }
}
