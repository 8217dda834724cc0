package org.xaistudy.server.export;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xaistudy.server.bundle.KeptVersions;
import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.server.bundle.Studies;
import org.xaistudy.studies.FurtherQuestion;
import org.xaistudy.studies.Questionnaire;
import org.xaistudy.studies.Study;

/**
 * Which columns {@code responses.csv} has behind those that every study has: one for each further
 * question of the study as it is now, in its order, then one for each that only earlier versions
 * asked, the latest of these first.
 */
@ApplicationScoped
class FurtherColumns {
  private final Studies studies;
  private final KeptVersions kept;

  FurtherColumns(Studies studies, KeptVersions kept) {
    this.studies = studies;
    this.kept = kept;
  }

  /** The questions, in the order of their columns. */
  List<FurtherQuestion> of(String study) {
    List<Study> versions = new ArrayList<>();
    Optional<OpenStudy> open = studies.find(study);
    open.map(OpenStudy::study).ifPresent(versions::add);
    versions.addAll(kept.asked(study));
    return of(versions);
  }

  /** A question that any version answered in words is one of words: what was said stays hidden. */
  static List<FurtherQuestion> of(List<Study> newestFirst) {
    Map<String, FurtherQuestion> byId = new LinkedHashMap<>();
    for (Study version : newestFirst) {
      for (FurtherQuestion question : version.questions().further()) {
        byId.merge(question.id(), question, (later, now) -> isWords(now) ? now : later);
      }
    }
    return List.copyOf(byId.values());
  }

  /** Whether it is answered in words of one's own. */
  static boolean isWords(FurtherQuestion question) {
    return question.answer() instanceof Questionnaire.FreeText;
  }
}
