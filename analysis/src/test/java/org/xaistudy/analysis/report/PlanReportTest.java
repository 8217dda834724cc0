package org.xaistudy.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xaistudy.analysis.ProgressListener;
import org.xaistudy.analysis.archive.MadeUpArchive;
import org.xaistudy.analysis.archive.StudyMaterial;
import org.xaistudy.analysis.comparison.Correction;
import org.xaistudy.analysis.exclusion.Eligibility;
import org.xaistudy.analysis.plan.Inference;
import org.xaistudy.analysis.plan.Looks;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.plan.PlanDates;
import org.xaistudy.analysis.plan.Resampling;
import org.xaistudy.analysis.plan.Wording;
import org.xaistudy.analysis.results.Results;
import org.xaistudy.analysis.results.Simulated;

/** What the report says of its plan, and of what was shown. */
class PlanReportTest {
  private static final Instant MONDAY = Instant.parse("2026-02-02T09:00:00Z");
  private static final Instant FRIDAY = Instant.parse("2026-02-06T09:00:00Z");

  @TempDir Path folder;

  @Test
  void aPlanThatIsLaterThanTheFirstAnswerIsSaidToBeAtTheTop() {
    String page =
        report(plan(12).dated(new PlanDates(FRIDAY, Optional.of(MONDAY), Optional.empty(), false)));
    String top = page.substring(0, page.indexOf("<nav"));
    assertThat(top)
        .contains("This plan is later than the first answers")
        .contains("6 February 2026, 09:00 UTC")
        .contains("2 February 2026, 09:00 UTC");
    assertThat(page).contains("all of this report is exploratory");
  }

  @Test
  void aPlanThatStoodBeforeIsDatedToo() {
    String page =
        report(plan(12).dated(new PlanDates(MONDAY, Optional.of(FRIDAY), Optional.empty(), false)));
    assertThat(page)
        .doesNotContain("later than the first answers")
        .contains("The plan stands since 2 February 2026, 09:00 UTC")
        .contains("one look at the answers, when 12 people per method have finished");
    assertThat(report(plan(12))).contains("Nothing here tells when it was written");
  }

  @Test
  void thatThePlanWasChangedLaterIsSaidAtTheTop() {
    String page =
        report(
            plan(12).dated(new PlanDates(MONDAY, Optional.of(MONDAY), Optional.of(FRIDAY), false)));
    assertThat(page.substring(0, page.indexOf("<nav")))
        .contains("The plan was changed after the first participant had come: since 6 February");
  }

  @Test
  void thatTheseAreAnswersOfAPilotIsSaidAtTheTop() {
    PlanDates pilot = new PlanDates(MONDAY, Optional.of(FRIDAY), Optional.empty(), true);
    String page = report(plan(12).dated(pilot));
    assertThat(page.substring(0, page.indexOf("<nav")))
        .contains("A pilot: the study was tried out");
    assertThat(report(plan(12))).doesNotContain("A pilot:");
  }

  @Test
  void lookingBeforeThePlanDoesIsSaidAtTheTop() {
    String page = report(plan(25));
    assertThat(page.substring(0, page.indexOf("<nav")))
        .contains("Fewer people have finished than the plan states for its look: 12 of 25");
  }

  @Test
  void looksBeforeTheEndRaiseThePValuesOfThePrimaryMeasure() {
    Results once = results(plan(12));
    Results second = results(plan(8, 12, 20));
    assertThat(second.look().orElseThrow().number()).isEqualTo(1);
    double raw = once.primary().comparisons().get(0).leading().p();
    assertThat(second.primary().comparisons().get(0).leading().p()).isEqualTo(raw);
    assertThat(second.primary().corrected(Correction.HOLM, 0))
        .isGreaterThan(once.primary().corrected(Correction.HOLM, 0));
    assertThat(second.measures().get(1).corrected(Correction.HOLM, 0))
        .as("confidence is not what the looks are about")
        .isCloseTo(once.measures().get(1).corrected(Correction.HOLM, 0), within(1e-12));
    assertThat(Report.of(second))
        .contains("The plan states looks at 8, 12, 20 people per method. This is look 2 of 3");
  }

  @Test
  void theArchivesPicturesAndIdealReaderStandBesideWhatPeopleDid() throws IOException {
    MadeUpArchive archive = new MadeUpArchive(folder);
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), "png", png);
    archive.files.put("stimuli/a.png", png.toByteArray());
    try (StudyMaterial material = StudyMaterial.open(archive.zip(folder.resolve("archive.zip")))) {
      Plan plan = Plan.of(material.study().study()).resampling(new Resampling(100, 1));
      Results results =
          Results.of(material.responses(ProgressListener.SILENT), plan, ProgressListener.SILENT);
      String page =
          Report.of(
              results, new Background(Optional.empty(), material.manifest(), material::picture));
      assertThat(page)
          .contains("The hardest stimuli")
          .contains("<img src='data:image/jpeg;base64,")
          .contains("width='150' height='100' alt='CRP of s")
          .contains("All 14 stimuli")
          .contains("Ideal reader, by place")
          // Colour tells as much below one half as above.
          .contains("<td>.98</td><td>.75</td><td>.50</td>");
      assertThat(Report.of(results)).doesNotContain("<img").doesNotContain("Ideal reader");
    }
  }

  private static String report(Plan plan) {
    return Report.of(results(plan));
  }

  private static Results results(Plan plan) {
    return Results.of(Simulated.study(4, 12, 12), plan, ProgressListener.SILENT);
  }

  private static Plan plan(Integer... looks) {
    return new Plan(
        Wording.NONE,
        List.of("m0", "m1"),
        Inference.DEFAULT,
        Eligibility.by(List.of()),
        new Resampling(100, 1),
        Optional.of(new Looks("", List.of(looks))),
        Optional.empty(),
        true);
  }
}
