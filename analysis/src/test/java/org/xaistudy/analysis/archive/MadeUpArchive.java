package org.xaistudy.analysis.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.xaistudy.studies.Text;
import org.xaistudy.studies.document.Sha256;
import org.xaistudy.studies.manifest.Manifest;
import org.xaistudy.studies.manifest.StimulusBundle;
import org.xaistudy.studies.responses.Column;
import org.xaistudy.studies.responses.ExclusionReason;
import org.xaistudy.studies.responses.ParticipantColumn;
import org.xaistudy.testing.Shared;

/** The files of an archive of made-up people, for tests to break in one place. */
public final class MadeUpArchive {
  private static final List<String> METHODS = List.of("crp", "lrp", "ig", "shap", "gradcam");
  private static final int PER_ARM = 6;

  /** Contents by name. */
  public final Map<String, byte[]> files = new LinkedHashMap<>();

  /** Makes them up. */
  public MadeUpArchive(Path scratch) throws IOException {
    byte[] yaml = Files.readAllBytes(Shared.root().resolve("studies/border-artefact/study.yaml"));
    files.put("study.yaml", yaml);
    files.put("manifest.json", manifest(Sha256.of(yaml), scratch.resolve("made-up.json")));
    files.put("responses.csv", bytes(responses()));
    files.put("participants.csv", bytes(participants()));
    files.put("behaviour.csv", bytes("study,version,participant\n"));
    files.put("assignment.csv", bytes("study,version,participant\n"));
  }

  /** Puts something else into one file. */
  MadeUpArchive replace(String file, String right, String wrong) {
    files.compute(
        file,
        (name, bytes) -> bytes(new String(bytes, StandardCharsets.UTF_8).replace(right, wrong)));
    return this;
  }

  /** All files in a zip. */
  public Path zip(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return file;
  }

  /** All files in a folder. */
  public Path folder(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, byte[]> entry : files.entrySet()) {
      Files.write(folder.resolve(entry.getKey()), entry.getValue());
    }
    return folder;
  }

  /** Of each arm, the first person failed the attention checks and the second left early. */
  private static String responses() {
    SplittableRandom random = new SplittableRandom(1);
    StringBuilder text = new StringBuilder(String.join(",", Column.headers()) + "\r\n");
    for (String method : METHODS) {
      for (int person = 0; person < PER_ARM; person++) {
        for (int trial = 1; trial <= (person == 1 ? 3 : 14); trial++) {
          text.append(
              "border-artefact,1,%s-%d,%s,%d,s%d,artefact,%s,%s,,%d,%d,%d,,%s,%s,link\r\n"
                  .formatted(
                      method,
                      person,
                      method,
                      trial,
                      trial,
                      trial % 2 == 0 ? "yes" : "no",
                      random.nextInt(10) < 6 == (trial % 2 == 0) ? "yes" : "no",
                      random.nextInt(10),
                      random.nextInt(10),
                      2000 + random.nextInt(9000),
                      person < 2 ? "no" : "yes",
                      person == 0 ? ExclusionReason.FAILED_ATTENTION_CHECKS.written() : ""));
        }
      }
    }
    return text.toString();
  }

  private static String participants() {
    StringBuilder text =
        new StringBuilder(String.join(",", ParticipantColumn.headers()))
            .append(",q.age,q.ai-experience,q.comments\r\n");
    for (String method : METHODS) {
      for (int person = 0; person < PER_ARM; person++) {
        text.append(
            "border-artefact,1,%s-%d,%s,link,%s,1,,,%s,1,%d,yes,1280,720,1,%d,%s,%s\r\n"
                .formatted(
                    method,
                    person,
                    method,
                    person % 3 == 0 ? "de" : "en",
                    List.of("failedAttention", "unfinished", "completed").get(Math.min(2, person)),
                    person == 0 ? 2 : person == 2 ? 1 : 0,
                    20 + person,
                    person % 2 == 0 ? "none" : "user",
                    person == 3 ? "my name is " + method : ""));
      }
    }
    return text.append("border-artefact,1,nobody,,link,en,1,,,screenedOut,0,0,,390,844,,,,\r\n")
        .toString();
  }

  private static byte[] manifest(String study, Path scratch) throws IOException {
    var facts = new Manifest.ModelFacts(Sha256.of(new byte[0]), 0.75, 1, 0.5, 0.25, 0.125);
    var panel =
        new Manifest.Panel(OptionalDouble.of(-0.25), List.of(new Manifest.Picture("a.png")));
    List<Manifest.Stimulus> stimuli = new ArrayList<>();
    for (int trial = 1; trial <= 14; trial++) {
      boolean artefact = trial % 2 == 0;
      stimuli.add(
          new Manifest.Stimulus(
              "s" + trial,
              Manifest.Use.TRIAL,
              "test/" + trial,
              "x",
              "x",
              artefact ? Manifest.Model.ARTEFACT : Manifest.Model.CLEAN,
              artefact,
              "a.png",
              Map.of("crp", new Manifest.Explanation(List.of(panel)))));
    }
    var reader = new Manifest.IdealReader(40, 0.16, 0.8, 5, 0.2, 1.25, 0.975, 0.25, 0.5);
    var method =
        new Manifest.MethodFacts(Manifest.Look.CONCEPTS, Optional.empty(), Optional.of(reader));
    Manifest manifest =
        new Manifest(
            Manifest.FORMAT,
            "border-artefact",
            study,
            Optional.empty(),
            "0.1.0",
            2023,
            Map.of("x", Text.of("x")),
            java.util.Optional.of(new Manifest.ModelPair(facts, facts)),
            Optional.empty(),
            Map.of("crp", method),
            stimuli,
            Map.of("a.png", new Manifest.ImageFile(Sha256.of(new byte[0]), 1, 1, 1)));
    StimulusBundle.write(manifest, scratch);
    return Files.readAllBytes(scratch);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
