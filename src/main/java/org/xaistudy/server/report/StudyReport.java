package org.xaistudy.server.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.report.Report;
import org.xaistudy.analysis.responses.ResponsesFile;
import org.xaistudy.server.assignment.Arm;
import org.xaistudy.server.assignment.Places;
import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.server.export.ResponseExport;

/** Carries out a study's plan on its answers. */
@ApplicationScoped
public class StudyReport {
  private final Places places;
  private final ResponseExport export;

  StudyReport(Places places, ResponseExport export) {
    this.places = places;
    this.export = export;
  }

  /**
   * Whether everybody has finished. Looking at results before that invites stopping when they
   * please, which makes p-values mean nothing.
   */
  @Transactional
  public boolean isClosed(OpenStudy study) {
    List<Arm> arms = places.arms(study);
    return arms.stream().allMatch(arm -> arm.free() == 0 && arm.live() == 0);
  }

  /**
   * The report as a self-contained page.
   *
   * @throws IllegalArgumentException if the plan cannot be carried out on the answers
   */
  public String html(OpenStudy study) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Writer writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
      export.write(study.id(), writer);
    }
    var answers = new ByteArrayInputStream(bytes.toByteArray());
    return Report.of(ResponsesFile.read(answers, "responses.csv"), Plan.of(study.study()));
  }
}
