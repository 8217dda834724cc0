package org.xaistudy.server.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.xaistudy.server.assignment.Places;
import org.xaistudy.server.blinding.Blinding;
import org.xaistudy.server.bundle.KeptVersion;
import org.xaistudy.server.bundle.KeptVersions;
import org.xaistudy.server.page.CsvText;
import org.xaistudy.studies.Study;
import org.xaistudy.studies.manifest.Manifest.ImageFile;
import org.xaistudy.studies.manifest.StimulusBundle;

/**
 * {@code archive.zip}: everything that may be published, in one file that is never held whole. What
 * was asked, shown and planned is what the database kept when the first participant came, whatever
 * the study's folder says by now.
 */
@ApplicationScoped
public class Archive {
  private static final String STUDY = "study.yaml";
  private final List<Table> tables;
  private final KeptVersions kept;
  private final KeptImages images;
  private final Places places;
  private final Blinding blinding;
  private final Clock clock;

  private final FurtherColumns further;

  Archive(
      FurtherColumns further,
      ResponseExport responses,
      ParticipantExport participants,
      BehaviourExport behaviour,
      AssignmentExport assignment,
      DecisionExport decisions,
      KeptVersions kept,
      KeptImages images,
      Places places,
      Blinding blinding,
      Clock clock) {
    this.further = further;
    this.clock = clock;
    this.blinding = blinding;
    this.tables = List.of(responses, participants, behaviour, assignment, decisions);
    this.kept = kept;
    this.images = images;
    this.places = places;
  }

  /** Writes the study as it was asked, what was shown, and the tables; {@code out} is left open. */
  public void write(String study, OutputStream out) throws IOException {
    List<KeptVersion> versions = kept.of(study);
    KeptVersion counting = kept.counting(study).orElseThrow();
    Optional<Integer> blind = blinding.blindVersion(study);
    ZipWriter zip = new ZipWriter(out);
    zip.file(
        "README.md",
        ArchiveReadme.of(study, counting, versions, blind.isPresent()).getBytes(UTF_8));
    Codebook codebook = Codebook.read().with(counting.first().study().study(), further.of(study));
    zip.file("codebook.csv", codebook.bytes());
    zip.file(STUDY, counting.first().study().document().bytes());
    if (!isBlind(counting, blind)) {
      zip.file(StimulusBundle.MANIFEST, counting.first().manifest().bytes());
    }
    for (Table table : tables) {
      zip.entry(
          table.name(),
          entry -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(entry, UTF_8));
            table.write(study, writer);
            writer.flush();
          });
    }
    zip.entry("versions.csv", entry -> versions(versions, entry));
    zip.entry("draws.csv", entry -> draws(versions, entry));
    others(counting, versions, blind, zip);
    for (Map.Entry<String, ImageFile> image :
        counting.first().manifest().manifest().files().entrySet()) {
      byte[] bytes = images.of(counting, image.getKey(), image.getValue()).orElse(null);
      if (bytes != null) {
        zip.file("stimuli/" + image.getKey(), bytes);
      }
    }
    describe(study, counting, codebook, zip);
    zip.finish();
  }

  /** For programs that know archives of data, whatever these are about. */
  private void describe(String study, KeptVersion counting, Codebook codebook, ZipWriter zip)
      throws IOException {
    String title = title(counting);
    List<Contents> files = zip.written();
    zip.file("datapackage.json", DataPackage.of(study, title, clock.instant(), files, codebook));
    String description =
        "The study %s (version %d): what was asked and shown, and how people answered."
            .formatted(study, counting.number());
    zip.file(RoCrate.NAME, RoCrate.of(title, description, clock.instant(), zip.written()));
  }

  private static String title(KeptVersion counting) {
    Study study = counting.first().study().study();
    return study.title().in(study.languages().get(0));
  }

  /** Files of earlier versions, and corrected texts and later plans of all. */
  private static void others(
      KeptVersion counting, List<KeptVersion> versions, Optional<Integer> blind, ZipWriter zip)
      throws IOException {
    for (KeptVersion version : versions) {
      for (KeptVersion.Edition edition : version.editions()) {
        if (version.number() != counting.number() || edition.number() > 1) {
          String folder = "versions/%d/editions/%d/".formatted(version.number(), edition.number());
          zip.file(folder + STUDY, edition.study().document().bytes());
          if (!isBlind(version, blind)) {
            zip.file(folder + StimulusBundle.MANIFEST, edition.manifest().bytes());
          }
        }
      }
    }
  }

  private static boolean isBlind(KeptVersion version, Optional<Integer> blind) {
    return blind.filter(number -> number == version.number()).isPresent();
  }

  private static void versions(List<KeptVersion> versions, OutputStream out) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (KeptVersion version : versions) {
      for (KeptVersion.Edition edition : version.editions()) {
        rows.add(
            List.of(
                String.valueOf(version.number()),
                String.valueOf(edition.number()),
                edition.since().toString(),
                version.frozenAt().map(Object::toString).orElse(""),
                edition.study().sha256(),
                edition.plan().equals(version.first().plan()) ? "yes" : "no",
                version.pilot() ? "yes" : "no"));
      }
    }
    write(
        out,
        List.of(
            "version",
            "edition",
            "since",
            "first_participant_at",
            "study_sha256",
            "first_plan",
            "pilot"),
        rows.stream());
  }

  /** The secrets of versions in which nobody can take part any more. */
  private void draws(List<KeptVersion> versions, OutputStream out) throws IOException {
    KeptVersion newest = versions.get(versions.size() - 1);
    write(
        out,
        List.of("version", "secret"),
        versions.stream()
            .filter(version -> isOver(version, newest))
            .map(version -> List.of(String.valueOf(version.number()), version.drawSecret())));
  }

  @Transactional
  boolean isOver(KeptVersion version, KeptVersion newest) {
    return places.isClosed(version.row()) || version.number() < newest.number();
  }

  private static void write(OutputStream out, List<String> header, Stream<List<String>> rows)
      throws IOException {
    Writer writer = new OutputStreamWriter(out, UTF_8);
    CsvText.write(writer, header, rows);
    writer.flush();
  }
}
