package org.xaistudy.server.assignment;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.server.bundle.Studies;

/** Lays out the places of all studies before anybody comes, so that nobody waits for it. */
@ApplicationScoped
class LayingOut {
  void atStart(@Observes StartupEvent started, Studies studies, Places places) {
    studies.all().forEach(places::layOut);
  }

  /** Of a draft whose files were edited, which may have become another version. */
  void atEdit(@Observes OpenStudy reopened, Places places) {
    places.layOut(reopened);
  }
}
