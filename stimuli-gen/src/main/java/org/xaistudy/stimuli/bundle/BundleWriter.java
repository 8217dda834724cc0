package org.xaistudy.stimuli.bundle;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.xaistudy.stimuli.dataset.LabelledImages;
import org.xaistudy.stimuli.render.EncodedImage;
import org.xaistudy.stimuli.render.PngFile;
import org.xaistudy.studies.Study;
import org.xaistudy.studies.document.Sha256;
import org.xaistudy.studies.manifest.Manifest;
import org.xaistudy.studies.manifest.StimulusBundle;

/**
 * Collects the files of a bundle in a hidden folder beside the published one and puts it in that
 * one's place when it is complete. Closed before that, it leaves nothing behind.
 */
public final class BundleWriter implements AutoCloseable {
  /** The folder of files that are not shown to anybody, inside the bundle. */
  public static final String PRIVATE = "private";

  /** The page with all stimuli and their truth, among the private files. */
  public static final String OVERVIEW = "overview.html";

  private static final String UNFINISHED = ".stimuli-unfinished";
  private static final String REPLACED = ".stimuli-replaced";

  private final Path published;
  private final Path replaced;
  private final Path folder;
  private final RandomGenerator names;
  private final Set<String> taken = new HashSet<>();
  private final List<Written> images = new ArrayList<>();
  private final Map<String, Integer> longest = new HashMap<>();

  /**
   * @param study the folder of the study
   * @param names where opaque names are drawn from
   */
  public BundleWriter(Path study, RandomGenerator names) throws IOException {
    this.names = names;
    published = study.resolve(StimulusBundle.FOLDER);
    replaced = study.resolve(REPLACED);
    folder = study.resolve(UNFINISHED);
    delete(folder); // of a run that was killed
    Files.createDirectory(folder);
  }

  private record Written(String name, String group, int width, int height) {}

  /** A name that says nothing, unique in this bundle. */
  public String opaqueName() {
    String name;
    do {
      name = String.format("%012x", names.nextLong() & 0xffff_ffff_ffffL);
    } while (!taken.add(name));
    return name;
  }

  /**
   * Adds an image.
   *
   * @param group images of one group, such as all heat maps of one method, get the same file size
   * @return its name in the manifest
   */
  public String add(EncodedImage image, String group) throws IOException {
    String name = opaqueName() + ".png";
    Files.write(folder.resolve(name), image.png());
    longest.merge(group, image.png().length, Math::max);
    images.add(new Written(name, group, image.width(), image.height()));
    return name;
  }

  /** Where a file that is not shown to anybody, such as a model, is to be written. */
  public Path privateFile(String name) throws IOException {
    Path file = folder.resolve(PRIVATE).resolve(name);
    Files.createDirectories(file.getParent());
    return file;
  }

  /** Gives all images of a group the same size and lists them by name. */
  public Map<String, Manifest.ImageFile> files() throws IOException {
    Map<String, Manifest.ImageFile> files = new TreeMap<>();
    for (Written image : images) {
      Path file = folder.resolve(image.name());
      byte[] png = Files.readAllBytes(file);
      int length = PngFile.paddedLength(longest.getOrDefault(image.group(), 0));
      byte[] padded = PngFile.padded(png, length);
      Files.write(file, padded);
      files.put(
          image.name(),
          new Manifest.ImageFile(Sha256.of(padded), length, image.width(), image.height()));
    }
    return files;
  }

  /** Publishes the bundle in the place of the one before it. */
  public void publish(Manifest manifest) throws IOException {
    describe(manifest);
    delete(replaced);
    if (Files.exists(published)) {
      Files.move(published, replaced);
    }
    Files.move(folder, published);
    delete(replaced);
  }

  private void describe(Manifest manifest) throws IOException {
    StimulusBundle.write(manifest, folder.resolve(StimulusBundle.MANIFEST));
    Files.writeString(privateFile(OVERVIEW), TruthPage.html(manifest));
  }

  /**
   * Lets published images stay and puts a manifest that fits the study as it is now beside them.
   */
  public static void relabel(StimulusBundle bundle) throws IOException {
    Study study = bundle.study().study();
    Manifest manifest = bundle.manifest();
    try (BundleWriter writer =
        new BundleWriter(bundle.study().folder(), new SplittableRandom(study.seed()))) {
      writer.describe(
          manifest.relabelled(
              study.id(),
              bundle.study().sha256(),
              LabelledImages.names(study.dataset(), manifest.classNames().keySet())));
      writer.replace(Path.of(PRIVATE, OVERVIEW));
      writer.replace(Path.of(StimulusBundle.MANIFEST));
    }
  }

  private void replace(Path file) throws IOException {
    Path target = published.resolve(file);
    Files.createDirectories(target.getParent());
    Files.move(folder.resolve(file), target, REPLACE_EXISTING, ATOMIC_MOVE);
  }

  @Override
  public void close() throws IOException {
    delete(folder);
  }

  private static void delete(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(tree)) {
      for (Path path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(path);
      }
    }
  }
}
