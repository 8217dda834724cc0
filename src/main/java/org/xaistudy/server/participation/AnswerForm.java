package org.xaistudy.server.participation;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.xaistudy.server.trial.Behaviour;
import org.xaistudy.server.trial.Inquiry;
import org.xaistudy.server.trial.Judgement;
import org.xaistudy.studies.FurtherQuestion;
import org.xaistudy.studies.Grade;

/**
 * What a browser sends about one image; anything may be missing or wrong.
 *
 * @param fields by their names; of several of one name the first
 * @param wanting what was sent and does not do, by its name; null before anything was sent
 */
record AnswerForm(Map<String, String> fields, @Nullable List<String> wanting) {
  private static final String ON_SCALE = "[0-9]";

  /** A form that nobody has filled in. */
  static AnswerForm empty() {
    return new AnswerForm(Map.of(), null);
  }

  /** What was sent. */
  static AnswerForm of(MultivaluedMap<String, String> form) {
    Map<String, String> fields = new LinkedHashMap<>();
    form.keySet().forEach(name -> fields.put(name, form.getFirst(name)));
    return new AnswerForm(fields, null);
  }

  /** What was chosen; what was not, or cannot be, is empty. */
  Judgement judgement() {
    Optional<Grade> grade = field("answer").flatMap(Grade::named);
    return new Judgement(
        grade.map(Grade::answer).or(() -> field("answer").filter(value -> !value.isEmpty())),
        grade.map(Grade::confidence).or(() -> onScale("confidence")),
        onScale("clarity"),
        further());
  }

  /** What was said to further questions, by their ids. */
  Map<String, String> further() {
    Map<String, String> further = new LinkedHashMap<>();
    fields.forEach(
        (name, value) -> {
          if (name.startsWith(QuestionnairePages.FIELD)) {
            further.put(name.substring(QuestionnairePages.FIELD.length()), value);
          }
        });
    return further;
  }

  /** The same form, shown again because this does not do. */
  AnswerForm incomplete(List<String> names) {
    return new AnswerForm(fields, List.copyOf(names));
  }

  /** What the page noticed; whatever is no number is taken as not noticed. */
  Behaviour behaviour() {
    return new Behaviour(count("firstMs"), count("submitMs"), count("focusLosses"), count("zooms"));
  }

  private OptionalInt count(String name) {
    return field(name)
        .filter(text -> text.matches("[0-9]{1,9}"))
        .map(text -> OptionalInt.of(Integer.parseInt(text)))
        .orElse(OptionalInt.empty());
  }

  /** What was chosen on a scale; null where nothing was. */
  @Nullable String chosen(String scale) {
    return fields.get(scale);
  }

  /** Whether it was sent and found wanting. */
  public boolean isIncomplete() {
    return wanting != null;
  }

  /** Whether what was sent to a further question does not do. */
  boolean isWanting(FurtherQuestion question) {
    return wanting != null && Inquiry.isAmong(wanting, question);
  }

  /** The option that was chosen, or what else was sent. */
  public String getAnswer() {
    return fields.getOrDefault("answer", "");
  }

  private Optional<String> field(String name) {
    return Optional.ofNullable(fields.get(name));
  }

  private Optional<Integer> onScale(String name) {
    return field(name).filter(text -> text.matches(ON_SCALE)).map(Integer::valueOf);
  }
}
