package org.xaistudy.server.export;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.xaistudy.server.bundle.KeptVersion;
import org.xaistudy.server.bundle.KeptVersions;
import org.xaistudy.server.bundle.Studies;
import org.xaistudy.studies.document.Sha256;
import org.xaistudy.studies.manifest.Manifest.ImageFile;

/** The images that a version showed. */
@ApplicationScoped
public class KeptImages {
  private final KeptVersions kept;
  private final Studies studies;

  KeptImages(KeptVersions kept, Studies studies) {
    this.kept = kept;
    this.studies = studies;
  }

  /** From the database, or, where they are not kept yet, from the study's folder. */
  public Optional<byte[]> of(KeptVersion version, String name, ImageFile file) throws IOException {
    Optional<byte[]> bytes = kept.content(file.sha256());
    if (bytes.isPresent()) {
      return bytes;
    }
    Optional<Path> path = studies.ofVersion(version.row()).map(study -> study.bundle().image(name));
    if (path.isEmpty() || !Files.exists(path.get())) {
      return Optional.empty();
    }
    byte[] found = Files.readAllBytes(path.get());
    return Optional.of(found).filter(read -> Sha256.of(read).equals(file.sha256()));
  }
}
