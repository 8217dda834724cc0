package org.xaistudy.server.deletion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.server.bundle.StudyKeys;
import org.xaistudy.server.recruitment.PersonalLinks;
import org.xaistudy.server.run.Participation;
import org.xaistudy.server.run.Run;
import org.xaistudy.server.run.Runs;
import org.xaistudy.server.trial.Trials;

/** Finds and deletes participations by what people can know of theirs. */
@ApplicationScoped
class Deletion {
  private static final String INVITATION = PersonalLinks.PARAMETER + "=";
  private final Runs runs;
  private final StudyKeys keys;
  private final Trials trials;
  private final Participation participation;

  Deletion(Runs runs, StudyKeys keys, Trials trials, Participation participation) {
    this.runs = runs;
    this.keys = keys;
    this.trials = trials;
    this.participation = participation;
  }

  /**
   * The participations that a name leads to.
   *
   * @param name a completion code, a pseudonym, a platform's id of the person or of the submission,
   *     or a personal link; compared, and not kept
   */
  @Transactional
  List<Finding> find(OpenStudy study, String name) {
    return runs.named(study.id(), name, people(study, name)).stream()
        .map(run -> Finding.of(run, trials.of(run.id()).answered()))
        .toList();
  }

  /**
   * Deletes a participation with all its answers, and gives its place to someone else.
   *
   * @return whether it was there
   */
  @Transactional
  boolean delete(OpenStudy study, String participant) {
    List<Run> found =
        runs.named(study.id(), participant, Set.of()).stream()
            .filter(run -> run.pseudonym().equals(participant))
            .toList();
    found.forEach(run -> participation.withdraw(run.token()));
    return !found.isEmpty();
  }

  private Set<String> people(OpenStudy study, String name) {
    String invitation = name.replaceFirst("^.*[?&]" + INVITATION, "").replaceFirst("&.*$", "");
    return Stream.concat(Stream.of(name), study.personalLinks().participant(invitation).stream())
        .flatMap(id -> keys.pseudonym(study.id(), id).stream())
        .collect(Collectors.toSet());
  }
}
