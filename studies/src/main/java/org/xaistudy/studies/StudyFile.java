package org.xaistudy.studies;

import static java.util.Objects.requireNonNull;

import com.networknt.schema.JsonSchema;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  private static final Set<String> CORRIGIBLE =
      Set.of(
          "title", "consent", "debrief", "recruitment", "retention", "flagSameDevice", "analysis");
  private static final JsonSchema SCHEMA = Schemas.load(StudyFile.class, "study.schema.json");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}");

  /**
   * Reads and validates a study.
   *
   * @param path the file, or the folder that holds {@code study.yaml}
   * @throws InvalidFileException naming line, column and key of everything that is wrong
   */
  public static StudyFile read(Path path) {
    Path file = java.nio.file.Files.isDirectory(path) ? path.resolve("study.yaml") : path;
    return read(file, Document.yaml(file));
  }

  /**
   * Reads and validates a study that is no file of its own, such as one inside an archive.
   *
   * @param name what messages call it
   * @throws InvalidFileException naming line, column and key of everything that is wrong
   */
  public static StudyFile read(Path name, byte[] bytes) {
    return read(name, Document.yaml(name, bytes));
  }

  private static StudyFile read(Path file, Document document) {
    Study study = document.check(SCHEMA).as(Study.class);
    StudyFile read = new StudyFile(file, study, document);
    List<Problem> problems = new Consistency(study, document).problems();
    if (!problems.isEmpty()) {
      throw new InvalidFileException(problems);
    }
    return read;
  }

  /** SHA-256 of the bytes that were read, in hexadecimal; the file may have been edited since. */
  public String sha256() {
    return document.sha256();
  }

  /**
   * SHA-256 of everything that a judgement can depend on: design, questions, methods, how the
   * stimuli were made. Texts around the questions and the plan of the analysis are not in it, nor
   * where people come from and how long things are kept.
   */
  public String designSha256() {
    return document.sha256(key -> !CORRIGIBLE.contains(key));
  }

  /** The folder that holds the study. */
  public Path folder() {
    return requireNonNull(path.toAbsolutePath().normalize().getParent(), "a file has a folder");
  }

  /**
   * A path that the study names. Variables {@code ${NAME}} are relative to where the program runs,
   * plain paths to the study's folder.
   *
   * @param pointer where the study names it, for the message
   * @param written the path as it is written
   * @param variables values of variables, null for an unknown one; usually {@code System::getenv}
   * @throws InvalidFileException if a variable is not set
   */
  public Path resolve(String pointer, String written, UnaryOperator<String> variables) {
    Matcher matcher = VARIABLE.matcher(written);
    StringBuilder expanded = new StringBuilder();
    boolean given = false;
    while (matcher.find()) {
      String name = matcher.group(1);
      String value = variables.apply(name);
      if (value == null || value.isBlank()) {
        throw problem(
            pointer,
            "the variable %s is not set; give its place with --set %s=PLACE or in the environment"
                .formatted(name, name));
      }
      matcher.appendReplacement(expanded, Matcher.quoteReplacement(value));
      given = true;
    }
    String path = matcher.appendTail(expanded).toString();
    return (given ? Path.of(path).toAbsolutePath() : folder().resolve(path)).normalize();
  }

  /** What is to be thrown for a problem at a place of this study. */
  public InvalidFileException problem(String pointer, String message) {
    return new InvalidFileException(document.problem(pointer, message));
  }
}
