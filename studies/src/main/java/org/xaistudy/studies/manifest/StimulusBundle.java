package org.xaistudy.studies.manifest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.networknt.schema.JsonSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xaistudy.studies.Method;
import org.xaistudy.studies.StudyFile;
import org.xaistudy.studies.document.Document;
import org.xaistudy.studies.document.InvalidFileException;
import org.xaistudy.studies.document.Problem;
import org.xaistudy.studies.document.Schemas;

/**
 * A study together with its stimuli, found whole: every image is there and has its checksum.
 *
 * @param study the study
 * @param manifest its stimuli
 */
public record StimulusBundle(StudyFile study, Manifest manifest) {
  /** The folder of the stimuli, inside the study's. */
  public static final String FOLDER = "stimuli";

  /** The manifest, inside the stimuli's folder. */
  public static final String MANIFEST = "manifest.json";

  private static final JsonSchema SCHEMA =
      Schemas.load(StimulusBundle.class, "manifest.schema.json");
  private static final ObjectMapper WRITER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  /**
   * Opens the stimuli that belong to a study and checks every file.
   *
   * @throws InvalidFileException if the manifest is absent, malformed or made from another {@code
   *     study.yaml}, or an image is absent or altered
   */
  public static StimulusBundle open(StudyFile study) {
    Path file = study.folder().resolve(FOLDER).resolve(MANIFEST);
    if (!Files.exists(file)) {
      throw new InvalidFileException(
          Problem.ofFile(file, "no such file; make the stimuli with: stimuli-gen generate"));
    }
    Document document = Document.json(file);
    StimulusBundle bundle = new StimulusBundle(study, manifest(document));
    List<Problem> problems = new ArrayList<>();
    bundle.matchesStudy(document).ifPresent(problems::add);
    bundle.checkStimuli(document, problems);
    bundle.checkFiles(document, problems);
    if (!problems.isEmpty()) {
      throw new InvalidFileException(problems);
    }
    return bundle;
  }

  /**
   * Reads a manifest by itself, without the images that it lists.
   *
   * @throws InvalidFileException if it is malformed
   */
  public static Manifest manifest(Document document) {
    return document.check(SCHEMA).as(Manifest.class);
  }

  /** Writes a manifest; the same manifest always gives the same bytes. */
  public static void write(Manifest manifest, Path file) throws IOException {
    Files.writeString(file, WRITER.writeValueAsString(manifest) + "\n");
  }

  /** Where an image lies. */
  public Path image(String name) {
    return study.folder().resolve(FOLDER).resolve(name);
  }

  private Optional<Problem> matchesStudy(Document document) {
    try {
      return Sha256.of(study.path()).equals(manifest.studySha256())
          ? Optional.empty()
          : Optional.of(
              document.problem(
                  "/studySha256",
                  "the stimuli were made from another version of "
                      + study.path()
                      + "; make them again with: stimuli-gen generate"));
    } catch (IOException e) {
      return Optional.of(Problem.ofFile(study.path(), "cannot be read: " + e.getMessage()));
    }
  }

  private void checkStimuli(Document document, List<Problem> problems) {
    for (int i = 0; i < manifest.stimuli().size(); i++) {
      Manifest.Stimulus stimulus = manifest.stimuli().get(i);
      String at = "/stimuli/" + i;
      listed(stimulus.original(), document, at + "/original", problems);
      for (Method method : study.study().methods()) {
        Manifest.Explanation explanation = stimulus.explanations().get(method.id());
        if (explanation == null) {
          problems.add(
              document.problem(at + "/explanations", "no explanation by '" + method.id() + "'"));
        } else {
          explanation.panels().stream()
              .flatMap(panel -> panel.images().stream())
              .forEach(
                  image -> listed(image, document, at + "/explanations/" + method.id(), problems));
        }
      }
    }
  }

  private void listed(String image, Document document, String at, List<Problem> problems) {
    if (!manifest.files().containsKey(image)) {
      problems.add(document.problem(at, "the image '" + image + "' is not listed under files"));
    }
  }

  private void checkFiles(Document document, List<Problem> problems) {
    for (Map.Entry<String, Manifest.ImageFile> entry : manifest.files().entrySet()) {
      String at = "/files/" + entry.getKey().replace("~", "~0").replace("/", "~1");
      Path image = image(entry.getKey());
      try {
        if (!image.normalize().startsWith(study.folder().resolve(FOLDER))) {
          problems.add(document.problem(at, "lies outside the folder of the stimuli"));
        } else if (!Files.exists(image)) {
          problems.add(document.problem(at, "the image is absent"));
        } else if (!Sha256.of(image).equals(entry.getValue().sha256())) {
          problems.add(document.problem(at, "the image is not the one listed: wrong checksum"));
        }
      } catch (IOException e) {
        problems.add(document.problem(at, "cannot be read: " + e.getMessage()));
      }
    }
  }
}
