package org.xaistudy.analysis.commandline;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.xaistudy.analysis.power.Population;
import org.xaistudy.studies.responses.Column;

/** Writes simulated answers in the server's full form. */
final class LargeStudy {
  private static final List<String> METHODS = List.of("crp", "gradcam", "ig", "lrp", "shap");
  private static final double[] SENSITIVITY = {1.8, 0.7, 0.1, 0.35, 0.45};
  private static final int TRIALS = 14;
  private static final int STIMULI = 60;
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader(Column.headers().toArray(String[]::new))
          .setRecordSeparator('\n')
          .get();

  private LargeStudy() {}

  /** Writes at least {@code answers} answers of five methods, 14 a person, from 60 stimuli. */
  static void write(Path file, int answers, RandomGenerator random) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file);
        CSVPrinter printer = new CSVPrinter(out, FORMAT)) {
      for (int person = 0; person * TRIALS < answers; person++) {
        int method = person % METHODS.size();
        Population.Person who = new Population(SENSITIVITY[method], 0.8, -0.2, 0.4).draw(random);
        for (int trial = 1; trial <= TRIALS; trial++) {
          printer.printRecord(row(person, METHODS.get(method), trial, who, random).values());
        }
      }
    }
  }

  private static Map<Column, Object> row(
      int person, String method, int trial, Population.Person who, RandomGenerator random) {
    boolean truth = trial % 2 == 0;
    // A stride that is prime to the number of stimuli: nobody sees one twice.
    int stimulus = (person * 17 + trial * 7) % STIMULI;
    double suspicious = (stimulus * 7 % 11 - 5) / 50.0;
    double yes = (truth ? who.hit() : who.falseAlarm()) + suspicious;
    boolean answer = random.nextDouble() < yes;
    Map<Column, Object> row = new EnumMap<>(Column.class);
    for (Column column : Column.values()) {
      row.put(column, "");
    }
    row.put(Column.STUDY, "large");
    row.put(Column.VERSION, 1);
    row.put(Column.PARTICIPANT, "p" + person);
    row.put(Column.METHOD, method);
    row.put(Column.TRIAL, trial);
    row.put(Column.STIMULUS, "s%02d".formatted(stimulus));
    row.put(Column.MODEL, truth ? "artefact" : "clean");
    row.put(Column.TRUTH, yesNo(truth));
    row.put(Column.ANSWER, yesNo(answer));
    row.put(Column.CORRECT, yesNo(answer == truth));
    row.put(Column.CONFIDENCE, random.nextInt(10));
    row.put(Column.CLARITY, random.nextInt(10));
    row.put(Column.RESPONSE_TIME_MS, 1000 + random.nextInt(20_000));
    row.put(Column.ANSWERED_AT, "2026-01-01T00:00:00Z");
    row.put(Column.COMPLETED, yesNo(true));
    row.put(Column.SOURCE, "simulated");
    return row;
  }

  private static String yesNo(boolean value) {
    return value ? "yes" : "no";
  }
}
