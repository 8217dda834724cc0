package org.xaistudy.server.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.xaistudy.analysis.AnalysisException;
import org.xaistudy.analysis.ProgressListener;
import org.xaistudy.analysis.arrivals.ParticipantsFile;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.plan.PlanDates;
import org.xaistudy.analysis.report.Background;
import org.xaistudy.analysis.report.Report;
import org.xaistudy.analysis.responses.ResponsesFile;
import org.xaistudy.analysis.results.Results;
import org.xaistudy.analysis.words.Words;
import org.xaistudy.server.assignment.Places;
import org.xaistudy.server.bundle.KeptVersion;
import org.xaistudy.server.decision.Decision;
import org.xaistudy.server.decision.Decisions;
import org.xaistudy.server.export.KeptImages;
import org.xaistudy.server.export.ParticipantExport;
import org.xaistudy.server.export.ResponseExport;
import org.xaistudy.server.export.Table;
import org.xaistudy.studies.Study;
import org.xaistudy.studies.manifest.Manifest;
import org.xaistudy.studies.manifest.Manifest.ImageFile;

/** Carries out a study's plan on its answers. */
@ApplicationScoped
public class StudyReport {
  private final Places places;
  private final ResponseExport responses;
  private final ParticipantExport participants;
  private final KeptImages images;
  private final Decisions decisions;

  StudyReport(
      Places places,
      ResponseExport responses,
      ParticipantExport participants,
      KeptImages images,
      Decisions decisions) {
    this.decisions = decisions;
    this.places = places;
    this.responses = responses;
    this.participants = participants;
    this.images = images;
  }

  /**
   * Whether everybody has finished. Looking at results before that invites stopping when they
   * please, which makes p-values mean nothing.
   */
  @Transactional
  public boolean isClosed(KeptVersion version) {
    return places.isClosed(version.row());
  }

  /**
   * The report as a self-contained page.
   *
   * @param version with what was shown in it
   * @param edition the study as it was asked and planned then
   * @param words its language
   * @throws AnalysisException if the plan cannot be carried out on the answers
   */
  public String html(KeptVersion version, KeptVersion.Edition edition, Words words)
      throws IOException {
    Study study = edition.study().study();
    Manifest manifest = version.first().manifest().manifest();
    PlanDates dates =
        new PlanDates(
            edition.since(),
            version.frozenAt(),
            version
                .laterPlan()
                .filter(later -> edition.plan().equals(version.first().plan()))
                .map(KeptVersion.Edition::since),
            version.pilot());
    var answers =
        ResponsesFile.read(table(responses, study), responses.name(), study.design().subjects());
    var people =
        ParticipantsFile.read(table(participants, study), Path.of(participants.name()), study);
    Results results =
        Results.of(answers, Plan.of(study, words).dated(dates), ProgressListener.SILENT);
    return Report.of(
        results,
        new Background(
            Optional.of(people), Optional.of(manifest), name -> picture(version, manifest, name)),
        decisions.of(study.id(), version.number()).stream()
            .map(decision -> sentence(decision, words))
            .toList());
  }

  private Optional<byte[]> picture(KeptVersion version, Manifest manifest, String name) {
    try {
      ImageFile file = manifest.files().get(name);
      return file == null ? Optional.empty() : images.of(version, name, file);
    } catch (IOException e) {
      throw new UncheckedIOException(name + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /** What was decided, when, by whom, and why where somebody said. */
  static String sentence(Decision decision, Words words) {
    String what =
        words.text(
            "decision." + decision.kind().written(),
            // A look is called such as "1 of 3".
            (Object[]) decision.subject().split(" of "));
    String when =
        DateTimeFormatter.ofPattern(words.text("date.minute"), words.locale())
            .format(decision.at().atOffset(ZoneOffset.UTC));
    return decision.reason().isEmpty()
        ? words.text("decision", what, when, decision.by())
        : words.text("decision.because", what, when, decision.by(), decision.reason());
  }

  private static InputStream table(Table table, Study study) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Writer writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
      table.write(study.id(), writer);
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }
}
