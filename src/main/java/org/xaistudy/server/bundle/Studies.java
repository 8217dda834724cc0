package org.xaistudy.server.bundle;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xaistudy.studies.manifest.StimulusBundle;

/** The studies that this server runs, opened once at start. */
@Singleton
public class Studies {
  private final Map<String, OpenStudy> byId;

  private final List<String> problems;

  Studies(StudyFolders folders, VersionRegister register, KeptVersions kept) {
    Map<String, OpenStudy> opened = new LinkedHashMap<>();
    StudyFolders.Found found = folders.open(!kept.studies().isEmpty());
    problems = found.problems();
    for (StimulusBundle bundle : found.whole()) {
      OpenStudy study = register.enter(bundle);
      opened.put(study.id(), study);
    }
    byId = Collections.unmodifiableMap(opened);
  }

  /** All of them, by folder. */
  public Collection<OpenStudy> all() {
    return byId.values();
  }

  /** Why other studies do not run. */
  public List<String> problems() {
    return problems;
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
