package org.xaistudy.server.questionnaire;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.xaistudy.server.bundle.Studies;
import org.xaistudy.studies.Questionnaire;

/** The replies of all runs. */
@ApplicationScoped
public class Replies {
  private final Studies studies;

  Replies(Studies studies) {
    this.studies = studies;
  }

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

  /**
   * Ids of the questions that a study asks: those of its present version in their order, then those
   * of earlier versions that somebody replied to.
   */
  public List<String> questions(String study) {
    Set<String> ids = new LinkedHashSet<>();
    studies
        .find(study)
        .ifPresent(open -> open.study().questionnaire().forEach(item -> ids.add(item.id())));
    ids.addAll(
        Reply.getSession()
            .createNativeQuery(
                """
                select distinct y.question from reply y join run r on r.id = y.run_id
                where r.study = :study order by y.question""",
                String.class)
            .setParameter("study", study)
            .getResultList());
    return List.copyOf(ids);
  }

  /**
   * Whether a question was answered in words of one's own; so it is taken of a question that the
   * study does not ask any more.
   */
  public boolean isFreeText(String study, String question) {
    return studies
        .find(study)
        .flatMap(
            open ->
                open.study().questionnaire().stream()
                    .filter(item -> item.id().equals(question))
                    .findFirst())
        .map(item -> item.answer() instanceof Questionnaire.FreeText)
        .orElse(true);
  }

  /** What a run replied, by the question's id, inside the caller's transaction. */
  public Map<String, String> of(long run) {
    return Reply.<Reply>list("runId", run).stream()
        .collect(Collectors.toMap(reply -> reply.question, reply -> reply.said));
  }

  private static boolean fits(Questionnaire question, String said) {
    return said.isEmpty() ? !question.required() : question.answer().accepts(said);
  }

  private static String said(Map<String, String> replies, Questionnaire question) {
    // Without the character 0, which PostgreSQL stores in no text; a program may send null.
    return Objects.requireNonNullElse(replies.get(question.id()), "").replace("\0", "").strip();
  }
}
