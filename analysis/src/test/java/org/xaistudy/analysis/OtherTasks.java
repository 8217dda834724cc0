package org.xaistudy.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.xaistudy.studies.Study;
import org.xaistudy.studies.StudyFile;
import org.xaistudy.testing.Shared;

/** Studies of this project that ask something else than they do. */
public final class OtherTasks {
  private OtherTasks() {}

  /** Birds of four classes, foretold in three sessions, six of each class. */
  public static Study forwardSimulation(Path folder) throws IOException {
    String text =
        text("birds-correctness")
            .replace("task: correctness", "task: forward-simulation")
            .replaceFirst(
                "(?m)^  trials: .*$",
                "  classes: [robin, wren, finch, sparrow]\n  trialsPerClass: 6\n"
                    + "  training: {trials: 8, sessions: 3}")
            .replace("practiceTrials: 2", "practiceTrials: 0");
    return read(folder, without(text, "clarity"));
  }

  /** Two models of which one learned a border, each rated seven times. */
  public static Study recommendation(Path folder) throws IOException {
    return read(
        folder,
        text("border-artefact")
            .replaceFirst("(?m)^artefact:", "task: recommendation\n\nartefact:")
            .replaceFirst("(?m)^  measure: .*\n", ""));
  }

  /** The text without one of the questions. */
  private static String without(String text, String question) {
    return Pattern.compile("(?m)^  " + question + ":\n(    .*\n)*").matcher(text).replaceFirst("");
  }

  private static String text(String study) throws IOException {
    return Files.readString(Shared.root().resolve("studies/" + study + "/study.yaml"));
  }

  private static Study read(Path folder, String text) throws IOException {
    return StudyFile.read(Files.writeString(folder.resolve("study.yaml"), text)).study();
  }
}
