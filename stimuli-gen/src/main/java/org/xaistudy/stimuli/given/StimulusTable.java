package org.xaistudy.stimuli.given;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.xaistudy.studies.Task;
import org.xaistudy.studies.document.InvalidFileException;
import org.xaistudy.studies.document.Problem;
import org.xaistudy.studies.manifest.Manifest.Model;
import org.xaistudy.studies.manifest.Manifest.Use;

/**
 * A table of pictures made elsewhere, one row a picture: {@code
 * sample,label,prediction,model,truth,method,panel,file,relevance} and, if wanted, {@code
 * alternative} and {@code use}. Model and truth may be left out where there is one model. Where
 * people choose one of several explanations, {@code explains} says of which class a picture's is;
 * it is of the prediction where nothing stands there. UTF-8, RFC 4180, files relative to the table.
 */
final class StimulusTable {
  /** In the column {@code method}: the picture that the model saw. */
  static final String ORIGINAL = "original";

  /** Of every task. */
  private static final List<String> NEEDED =
      List.of("sample", "label", "prediction", "method", "file");

  /** Of a task that compares models; where there is one, label and prediction tell the truth. */
  private static final List<String> OF_PAIRS = List.of("model", "truth");

  private static final Set<String> KNOWN =
      Set.of(
          "sample",
          "label",
          "prediction",
          "model",
          "truth",
          "method",
          "panel",
          "file",
          "relevance",
          "alternative",
          "use",
          "explains");

  private final Path file;
  private final Task task;
  private final List<String> needed;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<Key, Decision> decisions = new LinkedHashMap<>();

  private StimulusTable(Path file, Task task) {
    this.file = file;
    this.task = task;
    needed = new ArrayList<>(NEEDED);
    if (task.comparesModels()) {
      needed.addAll(OF_PAIRS);
    }
  }

  /** What tells decisions apart. */
  private record Key(String sample, Model model, Use use) {}

  /**
   * A decision of a model about a sample, with all pictures of it.
   *
   * @param line of its first row
   * @param truth whether yes is the right answer to what people are asked
   * @param panels by method, then by the number of the panel; {@link #ORIGINAL} has one
   * @param others the same of classes that the model did not say, by class
   */
  record Decision(
      int line,
      String sample,
      String label,
      String prediction,
      Model model,
      boolean truth,
      Use use,
      Map<String, Map<Integer, GivenPanel>> panels,
      Map<String, Map<String, Map<Integer, GivenPanel>>> others) {
    /** The panels of the explanation of a class. */
    private Map<String, Map<Integer, GivenPanel>> of(String explained) {
      return explained.equals(prediction)
          ? panels
          : others.computeIfAbsent(explained, name -> new LinkedHashMap<>());
    }
  }

  /**
   * A row of pictures.
   *
   * @param relevance of a concept; empty for no concept
   * @param pictures side by side
   */
  record GivenPanel(OptionalDouble relevance, List<GivenPicture> pictures) {}

  /**
   * A picture.
   *
   * @param line of its row
   * @param alternative the same in colours for the colour-blind; the usual file if there is none
   */
  record GivenPicture(int line, Path usual, Path alternative) {}

  /**
   * Reads a table.
   *
   * @param task what people are asked
   * @throws InvalidFileException naming line and column of everything that is wrong
   */
  static List<Decision> read(Path file, Task task) {
    StimulusTable table = new StimulusTable(file, task);
    table.rows();
    if (!table.problems.isEmpty()) {
      throw new InvalidFileException(table.problems);
    }
    return List.copyOf(table.decisions.values());
  }

  private void rows() {
    CSVFormat format =
        CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).get();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        CSVParser parser = format.parse(reader)) {
      List<String> header = parser.getHeaderNames();
      for (String name : needed) {
        if (!header.contains(name)) {
          problem(1, name, "the column is missing");
        }
      }
      for (String name : header) {
        if (!KNOWN.contains(name)) {
          problem(
              1,
              name,
              "unknown column; known: " + String.join(", ", KNOWN.stream().sorted().toList()));
        }
      }
      if (problems.isEmpty()) {
        for (CSVRecord row : parser) {
          row(row, (int) parser.getCurrentLineNumber());
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new InvalidFileException(Problem.ofFile(file, "cannot be read: " + e.getMessage()));
    }
  }

  private void row(CSVRecord row, int line) {
    if (!row.isConsistent()) {
      problem(line, "", "has %d cells, not those of the header".formatted(row.size()));
      return;
    }
    int before = problems.size();
    for (String name : needed) {
      if (row.get(name).isEmpty()) {
        problem(line, name, "is empty");
      }
    }
    String model =
        task.comparesModels()
            ? one(row, line, "model", "artefact", List.of("artefact", "clean"))
            : one(row, line, "model", "single", List.of("single"));
    String known =
        task.comparesModels() || !row.get("label").equals(row.get("prediction")) ? "no" : "yes";
    String truth = one(row, line, "truth", known, List.of("yes", "no"));
    if (!task.comparesModels() && !truth.equals(known)) {
      problem(
          line,
          "truth",
          "expected %s, as label and prediction %s; the column may be left out"
              .formatted(known, known.equals("yes") ? "are the same" : "differ"));
    }
    String use = one(row, line, "use", "trial", uses());
    String explained = explained(row, line);
    int panel = panel(row, line);
    OptionalDouble relevance = relevance(row, line);
    if (problems.size() > before) {
      return;
    }
    Decision decision = decision(row, line, model, truth.equals("yes"), use);
    decision
        .of(explained)
        .computeIfAbsent(row.get("method"), method -> new TreeMap<>())
        .computeIfAbsent(panel, number -> new GivenPanel(relevance, new ArrayList<>()))
        .pictures()
        .add(picture(row, line));
  }

  /** The class whose explanation a row belongs to. */
  private String explained(CSVRecord row, int line) {
    String prediction = row.get("prediction");
    String explains = cell(row, "explains");
    boolean another = !explains.isEmpty() && !explains.equals(prediction);
    if (another && task.key() != Task.Key.CANDIDATE) {
      problem(
          line,
          "explains",
          "expected the prediction, '%s', or nothing: in the task %s people see the explanation of the prediction alone"
              .formatted(prediction, task.written()));
    } else if (another && row.get("method").equals(ORIGINAL)) {
      problem(line, "explains", "expected nothing where the method is original");
    }
    return another ? explains : prediction;
  }

  private List<String> uses() {
    return task.trains()
        ? List.of("trial", "training", "example")
        : List.of("trial", "practice", "example");
  }

  private Decision decision(CSVRecord row, int line, String model, boolean truth, String use) {
    Key key =
        new Key(
            row.get("sample"),
            Model.valueOf(model.toUpperCase(Locale.ROOT)),
            Use.valueOf(use.toUpperCase(Locale.ROOT)));
    Decision decision =
        decisions.computeIfAbsent(
            key,
            one ->
                new Decision(
                    line,
                    one.sample(),
                    row.get("label"),
                    row.get("prediction"),
                    one.model(),
                    truth,
                    one.use(),
                    new LinkedHashMap<>(),
                    new LinkedHashMap<>()));
    if (!decision.label().equals(row.get("label"))
        || !decision.prediction().equals(row.get("prediction"))
        || decision.truth() != truth) {
      problem(
          line,
          "",
          "label, prediction or truth differ from line " + decision.line() + ", the same decision");
    }
    return decision;
  }

  private GivenPicture picture(CSVRecord row, int line) {
    Path usual = file.toAbsolutePath().resolveSibling(row.get("file"));
    String other = cell(row, "alternative");
    Path alternative = other.isEmpty() ? usual : file.toAbsolutePath().resolveSibling(other);
    for (Path picture : new LinkedHashSet<>(List.of(usual, alternative))) {
      if (!Files.isRegularFile(picture)) {
        problem(line, picture.equals(usual) ? "file" : "alternative", "there is no " + picture);
      }
    }
    return new GivenPicture(line, usual, alternative);
  }

  private int panel(CSVRecord row, int line) {
    String written = cell(row, "panel");
    if (!written.isEmpty() && !written.matches("[1-9][0-9]?")) {
      problem(line, "panel", "expected a number from 1 to 99, found '" + written + "'");
      return 1;
    }
    return written.isEmpty() ? 1 : Integer.parseInt(written);
  }

  private OptionalDouble relevance(CSVRecord row, int line) {
    String written = cell(row, "relevance");
    if (written.isEmpty()) {
      return OptionalDouble.empty();
    }
    try {
      double relevance = Double.parseDouble(written);
      if (relevance >= -1 && relevance <= 1) {
        return OptionalDouble.of(relevance);
      }
    } catch (NumberFormatException notANumber) {
      // said below
    }
    problem(line, "relevance", "expected a number from -1 to 1, found '" + written + "'");
    return OptionalDouble.empty();
  }

  private String one(CSVRecord row, int line, String name, String usual, List<String> allowed) {
    String written = cell(row, name);
    if (!written.isEmpty() && !allowed.contains(written)) {
      problem(
          line,
          name,
          "expected one of %s, found '%s'".formatted(String.join(", ", allowed), written));
    }
    return written.isEmpty() ? usual : written;
  }

  private static String cell(CSVRecord row, String name) {
    return row.isMapped(name) ? row.get(name) : "";
  }

  private void problem(int line, String column, String message) {
    problems.add(new Problem(file, line, 1, column, message));
  }
}
