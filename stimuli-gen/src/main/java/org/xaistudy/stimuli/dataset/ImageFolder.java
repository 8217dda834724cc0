package org.xaistudy.stimuli.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.xaistudy.studies.DataSet;
import org.xaistudy.studies.StudyFile;
import org.xaistudy.studies.document.InvalidFileException;
import org.xaistudy.studies.document.Problem;

/** Photographs in folders: {@code path/train/<class>/*}, {@code path/test/<class>/*}. */
final class ImageFolder {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}");
  private static final String PATH = "/dataset/folder/path";

  private final StudyFile study;
  private final DataSet.Folder folder;
  private final UnaryOperator<String> variables;

  ImageFolder(StudyFile study, DataSet.Folder folder, UnaryOperator<String> variables) {
    this.study = study;
    this.folder = folder;
    this.variables = variables;
  }

  LabelledImages read() {
    Path root = root();
    List<String> classes = names(root.resolve(folder.train()), true);
    if (classes.size() < 2) {
      throw problem(PATH, root.resolve(folder.train()) + " needs a subfolder for each class");
    }
    if (!classes.equals(names(root.resolve(folder.test()), true))) {
      throw problem("/dataset/folder/test", "train and test have different classes below " + root);
    }
    return new LabelledImages(
        classes,
        LabelledImages.names(folder, classes),
        samples(root, folder.train(), classes),
        samples(root, folder.test(), classes));
  }

  /** Variables are relative to where the program runs, plain paths to the study's folder. */
  private Path root() {
    Matcher matcher = VARIABLE.matcher(folder.path());
    StringBuilder expanded = new StringBuilder();
    boolean given = false;
    while (matcher.find()) {
      String value = variables.apply(matcher.group(1));
      if (value == null || value.isBlank()) {
        throw problem(
            PATH,
            "the variable "
                + matcher.group(1)
                + " is not set; give the folder with --set "
                + matcher.group(1)
                + "=FOLDER or in the environment");
      }
      matcher.appendReplacement(expanded, Matcher.quoteReplacement(value));
      given = true;
    }
    String path = matcher.appendTail(expanded).toString();
    Path root = given ? Path.of(path).toAbsolutePath() : study.folder().resolve(path);
    if (!Files.isDirectory(root)) {
      throw problem(PATH, "there is no folder " + root.normalize());
    }
    return root.normalize();
  }

  private List<Sample> samples(Path root, String split, List<String> classes) {
    List<Sample> samples = new ArrayList<>();
    for (int label = 0; label < classes.size(); label++) {
      Path place = root.resolve(split).resolve(classes.get(label));
      List<String> files = names(place, false);
      if (files.isEmpty()) {
        throw problem(PATH, "no images in " + place);
      }
      for (String file : files) {
        String id = split + "/" + classes.get(label) + "/" + file;
        samples.add(new Photograph(id, label, place.resolve(file)));
      }
    }
    return samples;
  }

  /** Sorted, so that the order does not depend on the file system; hidden files are left out. */
  private List<String> names(Path place, boolean folders) {
    try (Stream<Path> entries = Files.list(place)) {
      return entries
          .filter(entry -> Files.isDirectory(entry) == folders)
          .map(entry -> entry.getFileName().toString())
          .filter(name -> !name.startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw problem(PATH, "cannot list " + place + ": " + e.getMessage());
    }
  }

  private InvalidFileException problem(String pointer, String message) {
    Problem problem = study.document().problem(pointer, message);
    return new InvalidFileException(problem);
  }
}
