package org.xaistudy.analysis;

import java.io.IOException;
import java.nio.file.Path;
import org.xaistudy.studies.Study;
import org.xaistudy.studies.StudyFile;
import org.xaistudy.testing.Shared;

/** Answers to {@code studies/birds-distinction}, few enough to be counted by hand. */
public final class ChosenPlaces {
  /** The folder of the study. */
  public static final Path FOLDER = Shared.root().resolve("studies/birds-distinction");

  private static final String HEADER =
      "study,participant,method,trial,stimulus,model,truth,answer,confidence,clarity,response_time_ms\n";

  /**
   * Of each stimulus the right explanation stands elsewhere for everybody. Right are 2 and 1 of 4
   * with Grad-CAM, whose people prefer the place a, and 3 and 3 with CRP.
   */
  private static final String ANSWERS =
      """
      birds-distinction,p1,gradcam,1,s1,single,b,a,3,2,4000
      birds-distinction,p1,gradcam,2,s2,single,a,a,6,3,5000
      birds-distinction,p1,gradcam,3,s3,single,d,a,2,2,6000
      birds-distinction,p1,gradcam,4,s4,single,c,c,7,4,3000
      birds-distinction,p2,gradcam,1,s1,single,a,a,5,3,4500
      birds-distinction,p2,gradcam,2,s2,single,c,a,4,3,5500
      birds-distinction,p2,gradcam,3,s3,single,b,d,1,1,6500
      birds-distinction,p2,gradcam,4,s4,single,d,b,2,2,3500
      birds-distinction,p3,crp,1,s1,single,c,c,8,7,4200
      birds-distinction,p3,crp,2,s2,single,d,d,9,8,5200
      birds-distinction,p3,crp,3,s3,single,a,b,4,5,6200
      birds-distinction,p3,crp,4,s4,single,b,b,7,6,3200
      birds-distinction,p4,crp,1,s1,single,d,d,8,7,4300
      birds-distinction,p4,crp,2,s2,single,b,b,7,8,5300
      birds-distinction,p4,crp,3,s3,single,c,c,6,6,6300
      birds-distinction,p4,crp,4,s4,single,a,d,5,6,3300
      """;

  private ChosenPlaces() {}

  /** The file {@code responses.csv}. */
  public static String responses() {
    return HEADER + ANSWERS;
  }

  /** The same with somebody who always chooses the first, as sure and as clear each time. */
  public static String responsesWithSomebodyStraight() {
    StringBuilder text = new StringBuilder(responses());
    for (int trial = 1; trial <= 4; trial++) {
      text.append(
          "birds-distinction,p5,crp,%d,s%d,single,%s,a,5,5,4000\n"
              .formatted(trial, trial, "abcd".charAt(trial - 1)));
    }
    return text.toString();
  }

  /** The study. */
  public static Study study() throws IOException {
    return StudyFile.read(FOLDER).study();
  }
}
