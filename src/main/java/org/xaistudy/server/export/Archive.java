package org.xaistudy.server.export;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.studies.manifest.StimulusBundle;

/** {@code archive.zip}: everything that may be published, in one file that is never held whole. */
@ApplicationScoped
public class Archive {
  private final List<Table> tables;

  Archive(
      ResponseExport responses,
      ParticipantExport participants,
      BehaviourExport behaviour,
      AssignmentExport assignment) {
    this.tables = List.of(responses, participants, behaviour, assignment);
  }

  /** Writes the study as it is asked, what was shown, and the tables; {@code out} is left open. */
  public void write(OpenStudy study, OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    add(zip, "study.yaml", study.bundle().study().path());
    add(zip, StimulusBundle.MANIFEST, study.bundle().image(StimulusBundle.MANIFEST));
    Writer writer = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
    for (Table table : tables) {
      zip.putNextEntry(new ZipEntry(table.name()));
      table.write(study.id(), writer);
      writer.flush();
      zip.closeEntry();
    }
    zip.finish();
  }

  private static void add(ZipOutputStream zip, String name, Path file) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    Files.copy(file, zip);
    zip.closeEntry();
  }
}
