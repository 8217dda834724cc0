package org.xaistudy.stimuli.generation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.xaistudy.stimuli.model.Network;
import org.xaistudy.studies.Study;
import org.xaistudy.studies.document.Sha256;
import org.xaistudy.studies.manifest.Manifest.Model;

/**
 * Trained models beside a study, kept by the checksum of all that they depend on: an edited limit,
 * method or design, a refusal, or a stop after the first of the two trains nothing again, and a
 * training that was stopped goes on after its last epoch.
 */
final class KeptModels {
  /** The folder, inside the study's. */
  static final String FOLDER = ".models";

  private final Path folder;
  private final boolean reuse;

  /**
   * @param study folder of the study
   * @param recipe checksum of all that the models depend on
   * @param reuse whether those that are there may be taken
   */
  KeptModels(Path study, String recipe, boolean reuse) {
    folder = study.resolve(FOLDER).resolve(recipe.substring(0, 16));
    this.reuse = reuse;
  }

  /**
   * Checksum of all that trained models depend on.
   *
   * @param train what they learn from, as they see it
   * @param files checksums of networks that the study brings along
   */
  static String recipe(Study study, Materials train, Object files) {
    var models = study.models();
    List<Object> parts =
        List.of(
            GeneratorVersion.current(),
            study.seed(),
            models.architecture(),
            models.training(),
            models.outputs(),
            files,
            study.carriers(),
            train.share(),
            train.sha256());
    return Sha256.of(parts.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  /** Whether a model is there. */
  boolean has(Model role) {
    return reuse && Files.isRegularFile(file(role));
  }

  /** A model that is there. */
  Optional<Network> read(Model role) throws IOException {
    return has(role) ? Optional.of(Network.read(file(role))) : Optional.empty();
  }

  /** Keeps a model. */
  Network keep(Model role, Network network) throws IOException {
    Files.createDirectories(folder);
    network.write(file(role));
    Files.deleteIfExists(unfinished(role));
    return network;
  }

  /** Where a training that is interrupted can go on; nothing is there if models are made anew. */
  Path unfinished(Model role) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(role.written() + ".unfinished");
    if (!reuse) {
      Files.deleteIfExists(file);
    }
    return file;
  }

  /** Where they are. */
  Path folder() {
    return folder;
  }

  private Path file(Model role) {
    return folder.resolve(role.written() + ".onnx");
  }
}
