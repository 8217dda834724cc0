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
import java.util.Locale;
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
   * @throws AnalysisException if the plan cannot be carried out on the answers
   */
  public String html(KeptVersion version, KeptVersion.Edition edition) throws IOException {
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
    Results results = Results.of(answers, Plan.of(study).dated(dates), ProgressListener.SILENT);
    return Report.of(
        results,
        new Background(
            Optional.of(people), Optional.of(manifest), name -> picture(version, manifest, name)),
        decisions.of(study.id(), version.number()).stream().map(StudyReport::sentence).toList());
  }

  private Optional<byte[]> picture(KeptVersion version, Manifest manifest, String name) {
    try {
      ImageFile file = manifest.files().get(name);
      return file == null ? Optional.empty() : images.of(version, name, file);
    } catch (IOException e) {
      throw new UncheckedIOException(name + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static String sentence(Decision decision) {
    String what =
        switch (decision.kind()) {
          case DRAFT -> "The study was a draft again";
          case PREVIEW -> "The study was shown around";
          case LIVE -> "The study was opened";
          case PILOT -> "The study was opened as a pilot";
          case PAUSED -> "The study was paused";
          case CLOSED -> "The study was closed";
          case TOPPED_UP -> decision.subject() + " places were added to each arm";
          case UNBLINDED -> "Before the end the truth was shown";
          case LOOKED -> "Planned look " + decision.subject() + " was taken before the end";
          case BONUS -> "Bonuses for " + decision.subject() + " people were listed";
          case EXCLUDED -> "Participant " + decision.subject() + " was excluded";
          case APPROVED -> "Participant " + decision.subject() + " was approved";
        };
    String when =
        DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .format(decision.at().atOffset(ZoneOffset.UTC));
    String why = decision.reason().isEmpty() ? "." : ": " + decision.reason();
    return what + " (" + when + ", by " + decision.by() + ")" + why;
  }

  private static InputStream table(Table table, Study study) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Writer writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
      table.write(study.id(), writer);
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }
}
