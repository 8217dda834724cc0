package org.xaistudy.server.researcher;

import io.quarkus.qute.TemplateExtension;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.hibernate.Session;
import org.xaistudy.server.assignment.Places;
import org.xaistudy.server.blinding.Blinding;
import org.xaistudy.server.bundle.KeptVersion;
import org.xaistudy.server.bundle.KeptVersions;
import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.server.bundle.Studies;
import org.xaistudy.server.bundle.StudyStates;
import org.xaistudy.server.decision.Decision;
import org.xaistudy.server.decision.Decisions;
import org.xaistudy.server.monitor.Monitor;

/** Gathers what a study's page tells. */
@ApplicationScoped
class Desks {
  private final Studies studies;
  private final StudyStates states;
  private final KeptVersions kept;
  private final Places places;
  private final Decisions decisions;
  private final Blinding blinding;
  private final Monitor monitor;
  private final Links links;
  private final Session session;

  Desks(
      Studies studies,
      StudyStates states,
      KeptVersions kept,
      Places places,
      Decisions decisions,
      Blinding blinding,
      Monitor monitor,
      Links links,
      Session session) {
    this.studies = studies;
    this.states = states;
    this.kept = kept;
    this.places = places;
    this.decisions = decisions;
    this.blinding = blinding;
    this.monitor = monitor;
    this.links = links;
    this.session = session;
  }

  @Transactional
  Desk of(OpenStudy study) {
    List<Desk.VersionView> versions = new ArrayList<>();
    boolean frozen = false;
    for (KeptVersion version : kept.of(study.id())) {
      versions.add(0, view(version));
      frozen |= version.row() == study.version() && version.frozenAt().isPresent();
    }
    List<Decision> latest = new ArrayList<>(decisions.of(study.id()));
    Collections.reverse(latest);
    return new Desk(
        StudyStatus.of(study, places.arms(study), states.of(study), links),
        states.of(study),
        frozen,
        places.isClosed(study.version()),
        blinding.blindVersion(study.id()).isPresent(),
        monitor.of(study),
        studies.areEdited(study),
        versions,
        latest);
  }

  private Desk.VersionView view(KeptVersion version) {
    Tuple people =
        session
            .createNativeQuery(
                """
                select count(*) as agreed, count(completed_at) as completed
                from run where version_id = :version and source not in ('PREVIEW', 'SIMULATED')""",
                Tuple.class)
            .setParameter("version", version.row())
            .getSingleResult();
    return new Desk.VersionView(
        version.number(),
        version.frozenAt().map(Desks::minute).orElse(""),
        people.get("agreed", Number.class).longValue(),
        people.get("completed", Number.class).longValue(),
        version.editions().stream()
            .map(edition -> new Desk.EditionView(edition.number(), minute(edition.since())))
            .toList());
  }

  /** For templates of this package: a time that a person reads. */
  @TemplateExtension(matchName = "inWords")
  static String minute(Instant time) {
    return DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
        .format(time.atOffset(ZoneOffset.UTC));
  }
}
