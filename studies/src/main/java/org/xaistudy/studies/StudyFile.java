package org.xaistudy.studies;

import com.networknt.schema.JsonSchema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.xaistudy.studies.document.Document;
import org.xaistudy.studies.document.InvalidFileException;
import org.xaistudy.studies.document.Problem;
import org.xaistudy.studies.document.Schemas;

/**
 * A {@code study.yaml} that was read and found valid.
 *
 * @param path where it lies
 * @param study what it says
 * @param document where it says it, for checks that need more than the file
 */
public record StudyFile(Path path, Study study, Document document) {
  private static final JsonSchema SCHEMA = Schemas.load(StudyFile.class, "study.schema.json");

  /**
   * Reads and validates a study.
   *
   * @param path the file, or the folder that holds {@code study.yaml}
   * @throws InvalidFileException naming line, column and key of everything that is wrong
   */
  public static StudyFile read(Path path) {
    Path file = java.nio.file.Files.isDirectory(path) ? path.resolve("study.yaml") : path;
    Document document = Document.yaml(file).check(SCHEMA);
    StudyFile read = new StudyFile(file, document.as(Study.class), document);
    List<Problem> problems = read.problems();
    if (!problems.isEmpty()) {
      throw new InvalidFileException(problems);
    }
    return read;
  }

  /** The folder that holds the study. */
  public Path folder() {
    return path.toAbsolutePath().getParent();
  }

  /** What the schema cannot express. */
  private List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    methodsDiffer(problems);
    if (study.methods().stream().noneMatch(m -> m.id().equals(study.analysis().reference()))) {
      problems.add(
          document.problem(
              "/analysis/reference",
              "expected the id of a method ("
                  + String.join(", ", study.methods().stream().map(Method::id).toList())
                  + "), found '"
                  + study.analysis().reference()
                  + "'"));
    }
    int needed = 2 * study.design().trialsPerModel();
    if (study.design().samples() < needed) {
      problems.add(
          document.problem(
              "/design/samples",
              "expected at least twice trialsPerModel, "
                  + needed
                  + ", so that nobody sees an image twice; found "
                  + study.design().samples()));
    }
    effectsOfMethods(problems);
    everyLanguage(problems);
    return problems;
  }

  private void methodsDiffer(List<Problem> problems) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < study.methods().size(); i++) {
      String id = study.methods().get(i).id();
      if (!seen.add(id)) {
        problems.add(
            document.problem(
                "/methods/" + i, "a second method called '" + id + "'; give it an id of its own"));
      }
    }
  }

  private void effectsOfMethods(List<Problem> problems) {
    Set<String> expected = new TreeSet<>(study.methods().stream().map(Method::id).toList());
    study
        .analysis()
        .power()
        .filter(power -> !power.dPrime().keySet().equals(expected))
        .ifPresent(
            power ->
                problems.add(
                    document.problem(
                        "/analysis/power/dPrime",
                        "expected one number for each method (%s), found %s"
                            .formatted(
                                String.join(", ", expected),
                                String.join(", ", new TreeSet<>(power.dPrime().keySet()))))));
  }

  private void everyLanguage(List<Problem> problems) {
    speaks(problems, "/title", study.title());
    speaks(problems, "/questions/decision", study.questions().decision());
    speaks(problems, "/questions/confidence", study.questions().confidence());
    speaks(problems, "/questions/clarity", study.questions().clarity());
    speaks(problems, "/consent/text", study.consent().text());
    study.debrief().ifPresent(text -> speaks(problems, "/debrief", text));
  }

  private void speaks(List<Problem> problems, String pointer, Study.Scale scale) {
    speaks(problems, pointer + "/question", scale.question());
    speaks(problems, pointer + "/low", scale.low());
    speaks(problems, pointer + "/high", scale.high());
  }

  private void speaks(List<Problem> problems, String pointer, Text text) {
    for (String language : study.languages()) {
      if (!text.speaks(language)) {
        problems.add(
            document.problem(pointer, "no text in '" + language + "', a language of this study"));
      }
    }
  }
}
