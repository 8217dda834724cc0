package org.xaistudy.studies.manifest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xaistudy.studies.Method;
import org.xaistudy.studies.Text;
import org.xaistudy.studies.document.InvalidFileException;
import org.xaistudy.studies.document.Problem;
import org.xaistudy.studies.document.Sha256;
import org.xaistudy.studies.manifest.Manifest.ImageFile;

/** What the manifest's schema cannot say of a bundle; every problem is collected. */
final class BundleCheck {
  private final StimulusBundle bundle;
  private final List<Problem> problems = new ArrayList<>();

  BundleCheck(StimulusBundle bundle) {
    this.bundle = bundle;
  }

  /**
   * Ends the check.
   *
   * @throws InvalidFileException if there was a problem
   */
  void conclude() {
    if (!problems.isEmpty()) {
      throw new InvalidFileException(problems);
    }
  }

  /** The stimuli were made from the study as it is now. */
  BundleCheck version() {
    if (!bundle.ofThisVersion()) {
      problem(
          "/studySha256",
          "the stimuli were made from another version of "
              + bundle.study().path()
              + "; bring them up to date with: stimuli-gen generate (a second or two where only texts"
              + " were changed)");
    }
    return this;
  }

  /** Every stimulus is explained by every method of the study, with images that are listed. */
  BundleCheck stimuli() {
    List<Manifest.Stimulus> stimuli = bundle.manifest().stimuli();
    for (int i = 0; i < stimuli.size(); i++) {
      String at = "/stimuli/" + i;
      listed(stimuli.get(i).original(), at + "/original");
      explained(stimuli.get(i).explanations(), at + "/explanations");
      others(stimuli.get(i), at + "/others");
    }
    return this;
  }

  /** What people can choose has a name that they can read. */
  BundleCheck classes() {
    Map<String, Text> names = bundle.manifest().classNames();
    bundle
        .study()
        .study()
        .classesInQuestions()
        .forEach(
            (at, name) -> {
              if (!names.containsKey(name)) {
                problems.add(
                    bundle
                        .study()
                        .document()
                        .problem(
                            at,
                            "expected a class of the stimuli (%s), found '%s'"
                                .formatted(String.join(", ", names.keySet()), name)));
              }
            });
    return this;
  }

  private void explained(Map<String, Manifest.Explanation> explanations, String at) {
    for (Method method : bundle.study().study().methods()) {
      Manifest.Explanation explanation = explanations.get(method.id());
      if (explanation == null) {
        problem(at, "no explanation by '" + method.id() + "'");
      } else if (explanation.panels().isEmpty() && !(method instanceof Method.None)) {
        problem(at + "/" + method.id() + "/panels", "nothing to show");
      } else {
        panels(explanation, at + "/" + method.id() + "/panels/");
      }
    }
  }

  /** As many other classes as people are to choose from, and not the model's among them. */
  private void others(Manifest.Stimulus stimulus, String at) {
    int wanted = bundle.study().study().design().candidates().map(all -> all - 1).orElse(0);
    if (stimulus.others().size() != wanted) {
      problem(
          at,
          "expected explanations of %d classes that the model did not say, found %d"
              .formatted(wanted, stimulus.others().size()));
    }
    if (stimulus.others().containsKey(stimulus.prediction())) {
      problem(at, "'" + stimulus.prediction() + "' is what the model said");
    }
    stimulus.others().forEach((name, explanations) -> explained(explanations, at + "/" + name));
  }

  private void panels(Manifest.Explanation explanation, String at) {
    for (int i = 0; i < explanation.panels().size(); i++) {
      Manifest.Panel panel = explanation.panels().get(i);
      for (int j = 0; j < panel.pictures().size(); j++) {
        Manifest.Picture picture = panel.pictures().get(j);
        ImageFile usual = listed(picture.usual(), at + i + "/images/" + j);
        alternative(picture, usual, at + i + "/alternatives/" + j);
      }
    }
  }

  private void alternative(Manifest.Picture picture, @Nullable ImageFile usual, String at) {
    ImageFile alternative = listed(picture.alternative(), at);
    if (usual != null && alternative != null && !usual.sameSize(alternative)) {
      problem(
          at,
          "expected the size of its image, %d × %d; found %d × %d"
              .formatted(usual.width(), usual.height(), alternative.width(), alternative.height()));
    }
  }

  private @Nullable ImageFile listed(String image, String at) {
    ImageFile file = bundle.manifest().files().get(image);
    if (file == null) {
      problem(at, "the image '" + image + "' is not listed under files");
    }
    return file;
  }

  /** Every image is there and is the one listed. */
  BundleCheck files() {
    for (Map.Entry<String, ImageFile> entry : bundle.manifest().files().entrySet()) {
      String at = "/files/" + entry.getKey().replace("~", "~0").replace("/", "~1");
      Path image = bundle.image(entry.getKey());
      try {
        if (!image.normalize().startsWith(bundle.folder())) {
          problem(at, "lies outside the folder of the stimuli");
        } else if (!Files.exists(image)) {
          problem(at, "the image is absent");
        } else if (!Sha256.of(image).equals(entry.getValue().sha256())) {
          problem(at, "the image is not the one listed: wrong checksum");
        }
      } catch (IOException e) {
        problem(at, "cannot be read: " + e.getMessage());
      }
    }
    return this;
  }

  private void problem(String at, String message) {
    problems.add(bundle.document().problem(at, message));
  }
}
