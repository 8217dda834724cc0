package org.xaistudy.analysis.commandline;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import org.xaistudy.analysis.power.Population;

/** Writes simulated answers in the server's full form. */
public final class LargeStudy {
  private static final List<String> METHODS = List.of("crp", "gradcam", "ig", "lrp", "shap");
  private static final double[] SENSITIVITY = {1.8, 0.7, 0.1, 0.35, 0.45};
  private static final int TRIALS = 14;
  private static final int STIMULI = 60;
  private static final String HEADER =
      "study,version,participant,method,trial,stimulus,model,truth,answer,correct,confidence,"
          + "clarity,response_time_ms,answered_at,completed,excluded,source\n";

  private LargeStudy() {}

  /** Writes at least {@code answers} answers of five methods, 14 a person, from 60 stimuli. */
  public static void write(Path file, int answers, RandomGenerator random) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(HEADER);
      for (int person = 0; person * TRIALS < answers; person++) {
        int method = person % METHODS.size();
        Population.Person who = new Population(SENSITIVITY[method], 0.8, -0.2, 0.4).draw(random);
        for (int trial = 1; trial <= TRIALS; trial++) {
          out.write(row(person, METHODS.get(method), trial, who, random));
        }
      }
    }
  }

  private static String row(
      int person, String method, int trial, Population.Person who, RandomGenerator random) {
    boolean truth = trial % 2 == 0;
    // A stride that is prime to the number of stimuli: nobody sees one twice.
    int stimulus = (person * 17 + trial * 7) % STIMULI;
    double suspicious = (stimulus * 7 % 11 - 5) / 50.0;
    double yes = (truth ? who.hit() : who.falseAlarm()) + suspicious;
    boolean answer = random.nextDouble() < yes;
    return "large,1,p%d,%s,%d,s%02d,%s,%s,%s,%s,%d,%d,%d,2026-01-01T00:00:00Z,yes,,simulated\n"
        .formatted(
            person,
            method,
            trial,
            stimulus,
            truth ? "artefact" : "clean",
            truth ? "yes" : "no",
            answer ? "yes" : "no",
            answer == truth ? "yes" : "no",
            random.nextInt(10),
            random.nextInt(10),
            1000 + random.nextInt(20_000));
  }
}
