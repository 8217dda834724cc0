package org.xaistudy.server.bundle;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.xaistudy.studies.document.Sha256;
import org.xaistudy.studies.manifest.Manifest;

/**
 * Keeps the images of frozen versions in the database, soon after the first participant came: the
 * archive has to hold what was shown. One image is one transaction, so that nobody waits for it.
 */
@ApplicationScoped
class KeepingImages {
  private static final Logger LOG = Logger.getLogger(KeepingImages.class);
  private final Studies studies;
  private final Set<Long> done = ConcurrentHashMap.newKeySet();

  KeepingImages(Studies studies) {
    this.studies = studies;
  }

  @Scheduled(
      every = "20s",
      delayed = "20s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void keep() {
    studies.all().stream()
        .filter(study -> !done.contains(study.version()))
        .filter(study -> QuarkusTransaction.requiringNew().call(() -> isFrozen(study)))
        .forEach(this::keep);
  }

  private static boolean isFrozen(OpenStudy study) {
    StudyVersion version = StudyVersion.findById(study.version());
    return version != null && version.frozenAt != null;
  }

  private void keep(OpenStudy study) {
    try {
      for (var file : study.bundle().manifest().files().entrySet()) {
        keep(study, file.getKey(), file.getValue());
      }
      done.add(study.version());
    } catch (IOException e) {
      LOG.warnf("%s: an image cannot be kept, later again: %s", study, e.getMessage());
    }
  }

  private static void keep(OpenStudy study, String name, Manifest.ImageFile file)
      throws IOException {
    if (QuarkusTransaction.requiringNew().call(() -> KeptFile.isKept(file.sha256()))) {
      return;
    }
    byte[] bytes = Files.readAllBytes(study.bundle().image(name));
    if (!Sha256.of(bytes).equals(file.sha256())) {
      throw new IOException(name + " was altered since the server started");
    }
    QuarkusTransaction.requiringNew().run(() -> KeptFile.keep(bytes));
  }
}
