package org.xaistudy.analysis.commandline;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.xaistudy.analysis.power.Population;
import org.xaistudy.studies.responses.Column;

/** Writes simulated answers in the server's full form. */
final class LargeStudy {
  private static final List<String> METHODS = List.of("crp", "gradcam", "ig", "lrp", "shap");
  private static final double[] SENSITIVITY = {1.8, 0.7, 0.1, 0.35, 0.45};
  private static final int TRIALS = 14;
  private static final int STIMULI = 60;

  private LargeStudy() {}

  /** Writes at least {@code answers} answers of five methods, 14 a person, from 60 stimuli. */
  static void write(Path file, int answers, RandomGenerator random) throws IOException {
    Map<Column, String> cells = new EnumMap<>(Column.class);
    for (Column column : Column.values()) {
      cells.put(column, "");
    }
    cells.put(Column.STUDY, "large");
    cells.put(Column.VERSION, "1");
    cells.put(Column.ANSWERED_AT, "2026-01-01T00:00:00Z");
    cells.put(Column.COMPLETED, yesNo(true));
    cells.put(Column.SOURCE, "simulated");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      writeRow(out, Column.headers());
      for (int person = 0; person * TRIALS < answers; person++) {
        int method = person % METHODS.size();
        Population.Person who = new Population(SENSITIVITY[method], 0.8, -0.2, 0.4).draw(random);
        cells.put(Column.PARTICIPANT, "p" + person);
        cells.put(Column.METHOD, METHODS.get(method));
        for (int trial = 1; trial <= TRIALS; trial++) {
          answer(cells, person, trial, who, random);
          writeRow(out, cells.values());
        }
      }
    }
  }

  private static void answer(
      Map<Column, String> cells,
      int person,
      int trial,
      Population.Person who,
      RandomGenerator random) {
    boolean truth = trial % 2 == 0;
    // A stride that is prime to the number of stimuli: nobody sees one twice.
    int stimulus = (person * 17 + trial * 7) % STIMULI;
    double suspicious = (stimulus * 7 % 11 - 5) / 50.0;
    double yes = (truth ? who.hit() : who.falseAlarm()) + suspicious;
    boolean answer = random.nextDouble() < yes;
    cells.put(Column.TRIAL, String.valueOf(trial));
    cells.put(Column.STIMULUS, (stimulus < 10 ? "s0" : "s") + stimulus);
    cells.put(Column.MODEL, truth ? "artefact" : "clean");
    cells.put(Column.TRUTH, yesNo(truth));
    cells.put(Column.ANSWER, yesNo(answer));
    cells.put(Column.CORRECT, yesNo(answer == truth));
    cells.put(Column.CONFIDENCE, String.valueOf(random.nextInt(10)));
    cells.put(Column.CLARITY, String.valueOf(random.nextInt(10)));
    cells.put(Column.RESPONSE_TIME_MS, String.valueOf(1000 + random.nextInt(20_000)));
  }

  /** None of the cells needs quotes. */
  private static void writeRow(BufferedWriter out, Collection<String> cells) throws IOException {
    out.write(String.join(",", cells));
    out.write('\n');
  }

  private static String yesNo(boolean value) {
    return value ? "yes" : "no";
  }
}
