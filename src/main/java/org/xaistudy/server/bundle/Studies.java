package org.xaistudy.server.bundle;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.xaistudy.studies.document.InvalidFileException;
import org.xaistudy.studies.document.Problem;
import org.xaistudy.studies.manifest.StimulusBundle;

/**
 * The studies that this server runs. They are opened at start; a draft is opened again whenever its
 * files change, and what could not be opened is tried again then. What was a pilot is opened again
 * once that is over.
 */
@Singleton
public class Studies {
  private static final Logger LOG = Logger.getLogger(Studies.class);
  private final StudyFolders folders;
  private final VersionRegister register;
  private final StudyStates states;
  private final Event<OpenStudy> reopened;
  private volatile Map<Path, Opened> byFolder;

  /**
   * What became of a folder.
   *
   * @param seen its files as they were then
   * @param study null if it could never be opened
   * @param problems why its present files cannot be used; none if they can
   */
  private record Opened(
      StudyFolders.Stamp seen, @Nullable OpenStudy study, List<Problem> problems) {}

  Studies(
      StudyFolders folders,
      VersionRegister register,
      StudyStates states,
      KeptVersions kept,
      Event<OpenStudy> reopened) {
    this.folders = folders;
    this.register = register;
    this.states = states;
    this.reopened = reopened;
    Map<Path, Opened> opened = new LinkedHashMap<>();
    for (StudyFolders.Found found : folders.open(!kept.studies().isEmpty())) {
      OpenStudy study = found.bundle() == null ? null : register.enter(found.bundle());
      opened.put(found.folder(), new Opened(found.stamp(), study, found.problems()));
    }
    byFolder = Collections.unmodifiableMap(opened);
  }

  /** All of them, by folder. */
  public Collection<OpenStudy> all() {
    return byFolder.values().stream().map(Opened::study).filter(Objects::nonNull).toList();
  }

  /** Why other studies do not run, and edited drafts are not shown as edited. */
  public List<String> problems() {
    return byFolder.values().stream()
        .flatMap(opened -> opened.problems().stream())
        .map(Problem::toString)
        .toList();
  }

  /** The study with this id. */
  public Optional<OpenStudy> find(String id) {
    return all().stream().filter(study -> study.id().equals(id)).findFirst();
  }

  /** The study whose present version this is; empty if its files were edited since. */
  public Optional<OpenStudy> ofVersion(long version) {
    return all().stream().filter(study -> study.version() == version).findFirst();
  }

  /**
   * What is wrong with the files of a study as they are now.
   *
   * @return each problem with file, line and key; none if they can be used
   */
  public List<Problem> validate(OpenStudy study) {
    try {
      StudyFolders.read(study.bundle().study().folder());
      return List.of();
    } catch (InvalidFileException e) {
      return e.problems();
    }
  }

  /** Whether the files of a study are others now than those that it runs with. */
  public boolean areEdited(OpenStudy study) {
    return byFolder.entrySet().stream()
        .filter(
            entry ->
                entry.getValue().study() != null
                    && entry.getValue().study().id().equals(study.id()))
        .anyMatch(entry -> !StudyFolders.Stamp.of(entry.getKey()).equals(entry.getValue().seen()));
  }

  /** Opens again what is a draft, or was never whole, if its files changed; and past pilots. */
  @Scheduled(every = "2s", delayed = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  public synchronized void refresh() {
    Set<Long> pastPilots = pastPilots();
    Map<Path, Opened> now = new LinkedHashMap<>(byFolder);
    List<OpenStudy> changed = new ArrayList<>();
    for (Path folder : folders.all()) {
      Opened before = now.get(folder);
      StudyFolders.Stamp stamp = StudyFolders.Stamp.of(folder);
      if (before == null || mayOpen(before, !stamp.equals(before.seen()), pastPilots)) {
        Opened after = open(folder, stamp, before == null ? null : before.study());
        now.put(folder, after);
        if (after.problems().isEmpty()) {
          changed.add(Objects.requireNonNull(after.study()));
        }
      }
    }
    byFolder = Collections.unmodifiableMap(now);
    changed.forEach(reopened::fire);
  }

  /** None while the database is away: there is a next time. */
  private Set<Long> pastPilots() {
    try {
      return states.pastPilots(all().stream().map(OpenStudy::version).toList());
    } catch (PersistenceException e) {
      LOG.debug("cannot tell which pilots are over", e);
      return Set.of();
    }
  }

  /** What could not be opened is not read again until its files change. */
  private boolean mayOpen(Opened before, boolean edited, Set<Long> pastPilots) {
    if (before.study() != null && pastPilots.contains(before.study().version())) {
      return edited || before.problems().isEmpty();
    }
    return edited && (before.study() == null || states.of(before.study()) == StudyState.DRAFT);
  }

  /** Files that cannot be used leave the study as it was. */
  private Opened open(Path folder, StudyFolders.Stamp stamp, @Nullable OpenStudy before) {
    try {
      StimulusBundle bundle = StudyFolders.read(folder);
      return new Opened(stamp, register.enter(bundle), List.of());
    } catch (InvalidFileException e) {
      return new Opened(stamp, before, e.problems());
    }
  }
}
