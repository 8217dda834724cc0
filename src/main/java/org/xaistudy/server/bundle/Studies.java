package org.xaistudy.server.bundle;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.xaistudy.studies.manifest.StimulusBundle;

/** The studies that this server runs, opened once at start. */
@Singleton
public class Studies {
  private final Map<String, OpenStudy> byId;

  Studies(StudyFolders folders, VersionRegister register) {
    Map<String, OpenStudy> opened = new LinkedHashMap<>();
    for (StimulusBundle bundle : folders.open()) {
      OpenStudy study = register.enter(bundle);
      opened.put(study.id(), study);
    }
    byId = Collections.unmodifiableMap(opened);
  }

  /** All of them, by folder. */
  public Collection<OpenStudy> all() {
    return byId.values();
  }

  /** The study with this id. */
  public Optional<OpenStudy> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The study whose present version this is; empty if its files were edited since. */
  public Optional<OpenStudy> ofVersion(long version) {
    return byId.values().stream().filter(study -> study.version() == version).findFirst();
  }
}
