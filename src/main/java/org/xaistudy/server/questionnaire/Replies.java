package org.xaistudy.server.questionnaire;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.xaistudy.studies.Questionnaire;

/** The replies of all runs. */
@ApplicationScoped
public class Replies {
  /**
   * What is wrong with replies.
   *
   * @param replies by the question's id; what is absent or blank is not answered
   * @return ids of the questions that must be answered or whose answer does not fit
   */
  public List<String> wanting(List<Questionnaire> questions, Map<String, String> replies) {
    return questions.stream()
        .filter(question -> !fits(question, said(replies, question)))
        .map(Questionnaire::id)
        .toList();
  }

  /** Stores replies once, inside the caller's transaction; what is not answered is not stored. */
  public void store(long run, List<Questionnaire> questions, Map<String, String> replies) {
    for (Questionnaire question : questions) {
      String said = said(replies, question);
      if (!said.isEmpty()) {
        new Reply(run, question.id(), said).persist();
      }
    }
  }

  private static boolean fits(Questionnaire question, String said) {
    return said.isEmpty() ? !question.required() : question.answer().accepts(said);
  }

  private static String said(Map<String, String> replies, Questionnaire question) {
    return replies.getOrDefault(question.id(), "").strip();
  }
}
