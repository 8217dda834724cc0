package org.xaistudy.stimuli.commandline.concepts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import org.xaistudy.stimuli.attribution.ForwardPass;
import org.xaistudy.stimuli.attribution.Lrp;
import org.xaistudy.stimuli.concept.ConceptNames;
import org.xaistudy.stimuli.concept.Criterion;
import org.xaistudy.stimuli.concept.ImageSource;
import org.xaistudy.stimuli.concept.RangeSearch;
import org.xaistudy.stimuli.concept.ReferenceFile;
import org.xaistudy.stimuli.concept.ReferenceSearch;
import org.xaistudy.stimuli.concept.References;
import org.xaistudy.stimuli.concept.SearchEngine;
import org.xaistudy.stimuli.concept.Subset;
import org.xaistudy.stimuli.concept.Targets;
import org.xaistudy.stimuli.concept.figure.ConceptTiles;
import org.xaistudy.stimuli.generation.ProgressBars;
import org.xaistudy.stimuli.model.BatchSize;
import org.xaistudy.stimuli.model.Network;
import org.xaistudy.stimuli.pixels.Pixels;
import org.xaistudy.stimuli.shapley.Segments;
import org.xaistudy.stimuli.shapley.Slic;

/** A model with its images, a question about its concepts, and the references found so far. */
final class ConceptTask implements AutoCloseable {
  /** The name of the file with references. */
  static final String STORE = "references.store";

  private static final long KEEP_EVERY = TimeUnit.SECONDS.toNanos(20);

  private final Lrp lrp;
  private final ImageSource source;
  private final Question question;
  private final ConceptNames names;
  private final Path out;

  /** What was asked for on the command line. */
  record Question(
      String model,
      String composite,
      List<String> layers,
      List<Criterion> criteria,
      int top,
      Targets targets) {}

  ConceptTask(Lrp lrp, ImageSource source, Question question, ConceptNames names, Path out) {
    this.lrp = lrp;
    this.source = source;
    this.question = question;
    this.names = names;
    this.out = out;
  }

  /** Makes the output folder. */
  ConceptTask prepared() throws IOException {
    Files.createDirectories(out);
    return this;
  }

  Lrp lrp() {
    return lrp;
  }

  Network network() {
    return lrp.network();
  }

  ImageSource source() {
    return source;
  }

  Question question() {
    return question;
  }

  ConceptNames names() {
    return names;
  }

  /** A file of the output folder. */
  Path file(String name) {
    return out.resolve(name);
  }

  /** Writes a text file of the output folder, whole or not at all. */
  Path write(String name, String text) throws IOException {
    Path written = file(name);
    Path part = file("." + name + ".part");
    try {
      Files.writeString(part, text);
      Files.move(part, written, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
    return written;
  }

  /** Tiles of this model's concepts. */
  ConceptTiles tiles(boolean ofNeuron) {
    return new ConceptTiles(lrp, source, question.targets(), ofNeuron);
  }

  /** What people call a class. */
  String className(int number) {
    List<String> classes = source.classes();
    boolean named = classes.size() == network().classes() && number < classes.size();
    return named ? classes.get(number) : "class " + number;
  }

  /** Whether a source's classes can be the model's: folders of other things cannot. */
  static boolean speaksOfTheModelsClasses(ImageSource source, Network network) {
    int classes = network.classes();
    return source.classes().isEmpty()
        ? source.labels().stream().allMatch(label -> label >= 0 && label < classes)
        : source.classes().size() == classes;
  }

  /** The decision that is explained of a forward pass of one image. */
  String decision(ForwardPass forward) {
    return className(forward.targets()[0]);
  }

  /** Says in a line whose relevance or what activation is looked at. */
  String context(Criterion criterion) {
    if (!criterion.ofRelevance()) {
      return "Images that activate them most (" + criterion + ")";
    }
    String of =
        question.targets() instanceof Targets.OneClass one
            ? className(one.number())
            : question.targets() + " classes";
    return "Images in which they are most relevant for " + of + " (" + criterion + ")";
  }

  /** The one layer asked for. */
  String layer() throws IOException {
    if (question.layers().size() > 1) {
      throw new IOException("this takes one --layer");
    }
    return question.layers().get(0);
  }

  /** The first criterion asked for. */
  Criterion criterion() {
    return question.criteria().get(0);
  }

  /**
   * An image's superpixels, a signal's stretches.
   *
   * @param count about so many
   * @param compactness how much position counts against colour
   */
  Segments segments(int image, int count, double compactness) {
    return source.signal(image).isPresent()
        ? Segments.stretches(network().inputShape()[2], count)
        : Slic.segments(Pixels.of(source.display(image, 1)), count, compactness);
  }

  /** Runs one image forward; what is explained is the target asked for. */
  ForwardPass forward(int image) throws IOException {
    return lrp.forward(source.input(image), question.targets().of(source, image, image + 1));
  }

  /** The same for several images. */
  ForwardPass forward(List<Integer> images) {
    Subset chosen = new Subset(source, images);
    return lrp.forward(
        chosen.inputs(0, chosen.count()), question.targets().of(chosen, 0, chosen.count()));
  }

  /**
   * The number of an image.
   *
   * @param text a number from 0, or the end of one name
   */
  int image(String text) throws IOException {
    if (text.matches("\\d{1,9}") && Integer.parseInt(text) < source.count()) {
      return Integer.parseInt(text);
    }
    List<Integer> called = new ArrayList<>();
    for (int i = 0; i < source.count(); i++) {
      if (source.name(i).endsWith(text)) {
        called.add(i);
      }
    }
    if (called.size() != 1) {
      throw new IOException(
          "--image is a number from 0 to "
              + (source.count() - 1)
              + " or the end of one image's name; "
              + called.size()
              + " end with "
              + text);
    }
    return called.get(0);
  }

  /** Seeks references among all images. */
  interface WholeSearch {
    References answer(References.Question wanted) throws IOException;
  }

  /** How this machine seeks references of all images, keeping what is found as it goes. */
  WholeSearch here() {
    return wanted -> search(search(), wanted, new References.Range(0, source.count()), file(STORE));
  }

  /** The same by an engine, which opens model and images anew for each part. */
  WholeSearch by(SearchEngine engine, RangeSearch elsewhere) {
    return wanted -> {
      try (ProgressBar bar = ProgressBars.bar("References", source.count())) {
        References found = engine.search(wanted, search()::parts, elsewhere, bar::stepTo);
        bar.stepTo(source.count());
        ReferenceFile.write(file(STORE), found);
        return found;
      }
    };
  }

  /** A search among these images for these targets. */
  ReferenceSearch search() {
    return new ReferenceSearch(lrp, source, question.targets());
  }

  /** The question asked on the command line, for these layers and criteria. */
  References.Question wanted(List<String> layers, List<Criterion> criteria) {
    return search()
        .question(question.model(), question.composite(), layers, criteria, question.top());
  }

  /** The references asked for, those in the output folder if they answer the question. */
  References references() throws IOException {
    return references(question.layers());
  }

  /** The same for other layers. */
  References references(List<String> layers) throws IOException {
    return references(layers, question.criteria());
  }

  /** The same by these criteria and those asked for. */
  References references(List<String> layers, List<Criterion> more) throws IOException {
    return references(layers, more, here());
  }

  /** The same, sought in a given way where they are not there. */
  References references(List<String> layers, List<Criterion> more, WholeSearch search)
      throws IOException {
    Set<Criterion> criteria = new LinkedHashSet<>(question.criteria());
    criteria.addAll(more);
    References.Question wanted = wanted(layers, List.copyOf(criteria));
    Path store = file(STORE);
    if (Files.exists(store)) {
      References there = ReferenceFile.read(store);
      if (there.complete() && there.question().answers(wanted)) {
        return there;
      }
      if (!there.question().equals(wanted) && there.question().sameSource(wanted)) {
        wanted = there.question().with(wanted); // what was found so far stays among what is kept
      }
    }
    References found = search.answer(wanted);
    ReferenceFile.writeCsv(file("references.csv"), found);
    return found;
  }

  /** Searches a part of the images, going on where an earlier search of it was cut off. */
  References search(
      ReferenceSearch search, References.Question wanted, References.Range range, Path store)
      throws IOException {
    References references = begun(wanted, range, store);
    int from = references.searched().isEmpty() ? range.from() : references.searched().get(0).to();
    try (ProgressBar bar = ProgressBars.bar("References", range.to() - range.from())) {
      bar.stepTo(from - range.from());
      long[] kept = {System.nanoTime()};
      search.search(
          references,
          from,
          range.to(),
          done -> {
            bar.stepTo(from - range.from() + (long) done);
            if (System.nanoTime() - kept[0] > KEEP_EVERY) {
              keep(store, references);
              kept[0] = System.nanoTime();
            }
          });
    }
    keep(store, references);
    return references;
  }

  private static References begun(References.Question wanted, References.Range range, Path store)
      throws IOException {
    if (Files.exists(store)) {
      References there = ReferenceFile.read(store);
      boolean begins =
          there.searched().size() == 1 && there.searched().get(0).from() == range.from();
      if (there.question().equals(wanted) && begins) {
        return there;
      }
    }
    return new References(wanted);
  }

  private static void keep(Path store, References references) {
    try {
      ReferenceFile.write(store, references);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The classes of all images: the true ones, or where nobody knows the predicted ones. */
  List<Integer> classesOfImages() {
    if (!source.labels().isEmpty() && speaksOfTheModelsClasses(source, network())) {
      return source.labels();
    }
    List<Integer> predicted = new ArrayList<>();
    int together = BatchSize.images(network());
    try (ProgressBar bar = ProgressBars.bar("Predictions", source.count())) {
      for (int from = 0; from < source.count(); from += together) {
        int to = Math.min(source.count(), from + together);
        for (int number : lrp.inference().predict(source.inputs(from, to))) {
          predicted.add(number);
        }
        bar.stepTo(to);
      }
    }
    return predicted;
  }

  @Override
  public void close() {
    lrp.close();
  }
}
