package org.xaistudy.server.recruitment;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.xaistudy.studies.Recruitment;
import org.xaistudy.studies.Study;

/**
 * Who sent a person, as their link says.
 *
 * @param source where they come from
 * @param participant the platform's id of the person; empty for the open link
 * @param reference what the platform calls this participation: some want to hear it again at the
 *     end, on others the researcher pays by it; empty if nothing
 * @param submitTo where a browser submits at the end; empty if it does not
 */
public record Referral(
    Source source,
    Optional<String> participant,
    Optional<String> reference,
    Optional<String> submitTo) {
  private static final int LONGEST = 255;
  private static final String NOT_ACCEPTED = "ASSIGNMENT_ID_NOT_AVAILABLE";

  /** Someone with the open link. */
  public static Referral ofLink() {
    return new Referral(Source.LINK, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * Reads a link's parameters.
   *
   * @param personal what signs the study's personal links
   * @return who sent the person; empty if no way of recruitment of this study fits, and if the link
   *     says that it is one of them and is not
   */
  public static Optional<Referral> read(
      Study study, PersonalLinks personal, Map<String, String> parameters) {
    if (study.recruitment().stream().anyMatch(way -> isFalse(way, personal, parameters))) {
      return Optional.empty();
    }
    Optional<Referral> platform =
        study.recruitment().stream()
            .flatMap(way -> read(way, personal, parameters).stream())
            .findFirst();
    boolean open = study.recruitment().stream().anyMatch(Recruitment.Link.class::isInstance);
    return platform.isPresent() || !open ? platform : Optional.of(ofLink());
  }

  /** Whether someone only looks at the task before accepting it; nothing may be stored then. */
  public boolean isOnlyLooking() {
    return source == Source.MTURK && reference.filter(NOT_ACCEPTED::equals).isPresent();
  }

  private static Optional<Referral> read(
      Recruitment recruitment, PersonalLinks personal, Map<String, String> parameters) {
    if (recruitment instanceof Recruitment.Prolific prolific) {
      return named(
          Source.PROLIFIC, parameters, prolific.participant(), Optional.of(prolific.session()));
    }
    if (recruitment instanceof Recruitment.Connect connect) {
      return named(Source.CONNECT, parameters, connect.participant(), Optional.empty());
    }
    if (recruitment instanceof Recruitment.Generic generic) {
      return named(Source.GENERIC, parameters, generic.participant(), generic.reference());
    }
    if (recruitment instanceof Recruitment.Personal) {
      return value(parameters, PersonalLinks.PARAMETER)
          .flatMap(personal::participant)
          .map(
              id ->
                  new Referral(
                      Source.PERSONAL, Optional.of(id), Optional.empty(), Optional.empty()));
    }
    return recruitment instanceof Recruitment.MTurk ? mturk(parameters) : Optional.empty();
  }

  /** A link that claims to be of this way, but cannot be; not even the open link helps then. */
  private static boolean isFalse(
      Recruitment recruitment, PersonalLinks personal, Map<String, String> parameters) {
    if (recruitment instanceof Recruitment.Personal) {
      return parameters.containsKey(PersonalLinks.PARAMETER)
          && personal.participant(parameters.get(PersonalLinks.PARAMETER)).isEmpty();
    }
    return recruitment instanceof Recruitment.Prolific prolific
        && value(parameters, prolific.participant()).isPresent()
        && prolific.studyId().isPresent()
        && !prolific.studyId().equals(value(parameters, prolific.study()));
  }

  private static Optional<Referral> named(
      Source source,
      Map<String, String> parameters,
      String participant,
      Optional<String> reference) {
    return value(parameters, participant)
        .map(
            id ->
                new Referral(
                    source,
                    Optional.of(id),
                    reference.flatMap(name -> value(parameters, name)),
                    Optional.empty()));
  }

  private static Optional<Referral> mturk(Map<String, String> parameters) {
    Optional<String> assignment = value(parameters, "assignmentId");
    if (assignment.filter(NOT_ACCEPTED::equals).isPresent()) {
      return Optional.of(
          new Referral(Source.MTURK, Optional.empty(), assignment, Optional.empty()));
    }
    Optional<String> worker = value(parameters, "workerId");
    Optional<String> submitTo = value(parameters, "turkSubmitTo").filter(ExternalSubmit::isAllowed);
    return assignment.isPresent() && worker.isPresent() && submitTo.isPresent()
        ? Optional.of(new Referral(Source.MTURK, worker, assignment, submitTo))
        : Optional.empty();
  }

  private static Optional<String> value(Map<String, String> parameters, String name) {
    return Optional.ofNullable(parameters.get(name))
        .filter(Predicate.not(String::isBlank))
        .filter(value -> value.length() <= LONGEST);
  }
}
