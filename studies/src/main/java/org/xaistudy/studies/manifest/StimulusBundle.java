package org.xaistudy.studies.manifest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.networknt.schema.JsonSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.xaistudy.studies.StudyFile;
import org.xaistudy.studies.document.Document;
import org.xaistudy.studies.document.InvalidFileException;
import org.xaistudy.studies.document.Problem;
import org.xaistudy.studies.document.Schemas;

/**
 * A study together with its stimuli, found whole: every image is there and has its checksum.
 *
 * @param study the study
 * @param manifest its stimuli
 * @param document where the manifest says it
 */
public record StimulusBundle(StudyFile study, Manifest manifest, Document document) {
  /** The folder of the stimuli, inside the study's. */
  public static final String FOLDER = "stimuli";

  /** The manifest, inside the stimuli's folder. */
  public static final String MANIFEST = "manifest.json";

  private static final Set<String> SHOWN = Set.of("classNames", "stimuli", "files");
  private static final JsonSchema SCHEMA =
      Schemas.load(StimulusBundle.class, "manifest.schema.json");
  private static final ObjectMapper WRITER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  /**
   * Opens the stimuli that belong to a study and checks every file.
   *
   * @throws InvalidFileException if the manifest is absent, malformed or made from another {@code
   *     study.yaml}, or an image is absent or altered
   */
  public static StimulusBundle open(StudyFile study) {
    Document document = document(study);
    StimulusBundle bundle = new StimulusBundle(study, manifest(document), document);
    new BundleCheck(bundle).version().classes().stimuli().files().conclude();
    return bundle;
  }

  /**
   * Opens stimuli that were made from any version of a study and checks every file.
   *
   * @throws InvalidFileException if the manifest is absent or malformed, lacks what the study needs
   *     now, or an image is absent or altered
   */
  public static StimulusBundle openOfAnyVersion(StudyFile study) {
    Document document = document(study);
    StimulusBundle bundle = new StimulusBundle(study, document.as(Manifest.class), document);
    new BundleCheck(bundle).classes().stimuli().files().conclude();
    return bundle;
  }

  private static Document document(StudyFile study) {
    Path file = study.folder().resolve(FOLDER).resolve(MANIFEST);
    if (!Files.exists(file)) {
      throw new InvalidFileException(
          Problem.ofFile(file, "no such file; make the stimuli with: stimuli-gen generate"));
    }
    return Document.json(file);
  }

  /**
   * Reads a manifest by itself, without the images that it lists.
   *
   * @throws InvalidFileException if it is malformed
   */
  public static Manifest manifest(Document document) {
    return document.check(SCHEMA).as(Manifest.class);
  }

  /** Writes a manifest; the same manifest always gives the same bytes. */
  public static void write(Manifest manifest, Path file) throws IOException {
    Files.writeString(file, WRITER.writeValueAsString(manifest) + "\n");
  }

  /** SHA-256 of everything that is shown, and of what is true of it. */
  public String shownSha256() {
    return document.sha256(SHOWN::contains);
  }

  /** Where the manifest and the images lie. */
  public Path folder() {
    return study.folder().resolve(FOLDER);
  }

  /** Where an image lies. */
  public Path image(String name) {
    return folder().resolve(name);
  }

  /** Whether {@code study.yaml} is byte for byte the one that the stimuli were made from. */
  public boolean ofThisVersion() {
    return study.sha256().equals(manifest.studySha256());
  }
}
