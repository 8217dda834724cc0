package org.xaistudy.analysis.arrivals;

import java.util.Map;
import org.xaistudy.analysis.responses.Source;
import org.xaistudy.studies.responses.ParticipantOutcome;

/**
 * One person who arrived.
 *
 * @param participant pseudonym
 * @param version of the study; 0 where the file does not tell
 * @param method id of the method; empty for those who never got a place
 * @param source where the person came from
 * @param language code of the language; empty where the file does not tell
 * @param outcome what became of the person
 * @param attentionFailed how many attention checks the person failed
 * @param replies to the questionnaire, by the question's id; only those given
 */
public record Arrival(
    String participant,
    int version,
    String method,
    Source source,
    String language,
    ParticipantOutcome outcome,
    int attentionFailed,
    Map<String, String> replies) {
  /** Copies the map. */
  public Arrival {
    replies = Map.copyOf(replies);
  }
}
