package org.xaistudy.stimuli.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.xaistudy.studies.DataSet;
import org.xaistudy.studies.StudyFile;

/** Photographs in folders: {@code path/train/<class>/*}, {@code path/test/<class>/*}. */
final class ImageFolder {
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
      throw study.problem(PATH, root.resolve(folder.train()) + " needs a subfolder for each class");
    }
    if (!classes.equals(names(root.resolve(folder.test()), true))) {
      throw study.problem(
          "/dataset/folder/test", "train and test have different classes below " + root);
    }
    return new LabelledImages(
        classes,
        LabelledImages.names(folder, classes),
        samples(root, folder.train(), classes),
        samples(root, folder.test(), classes));
  }

  private Path root() {
    Path root = study.resolve(PATH, folder.path(), variables);
    if (!Files.isDirectory(root)) {
      throw study.problem(PATH, "there is no folder " + root);
    }
    return root;
  }

  private List<Sample> samples(Path root, String split, List<String> classes) {
    List<Sample> samples = new ArrayList<>();
    for (int label = 0; label < classes.size(); label++) {
      Path place = root.resolve(split).resolve(classes.get(label));
      List<String> files = names(place, false);
      if (files.isEmpty()) {
        throw study.problem(PATH, "no images in " + place);
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
      throw study.problem(PATH, "cannot list " + place + ": " + e.getMessage());
    }
  }
}
