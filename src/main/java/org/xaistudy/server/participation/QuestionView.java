package org.xaistudy.server.participation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xaistudy.studies.FurtherQuestion;
import org.xaistudy.studies.Questionnaire;

/**
 * A question of the questionnaire or a further one of a trial on a page.
 *
 * @param name of its field
 * @param question what is asked
 * @param required whether it must be answered
 * @param said what was said before
 * @param wanting whether what was said does not do
 * @param kind how it is answered, with what people read for classes
 * @param language code
 * @param usual whether questions beside it are answered unless they say that they need not be;
 *     otherwise they need not be unless they say so
 */
record QuestionView(
    String name,
    String question,
    boolean required,
    String said,
    boolean wanting,
    Questionnaire.Kind kind,
    String language,
    boolean usual) {
  static QuestionView of(
      Questionnaire item, OpenRun run, Map<String, String> said, List<String> wanting) {
    return new QuestionView(
        QuestionnairePages.FIELD + item.id(),
        run.say(item.question()),
        item.required(),
        said.getOrDefault(item.id(), ""),
        wanting.contains(item.id()),
        run.course().open().named(item.answer()),
        run.language(),
        false);
  }

  static QuestionView of(FurtherQuestion question, OpenRun run, AnswerForm form) {
    return new QuestionView(
        QuestionnairePages.FIELD + question.id(),
        run.say(question.question()),
        question.required(),
        form.further().getOrDefault(question.id(), ""),
        form.isWanting(question),
        run.course().open().named(question.answer()),
        run.language(),
        true);
  }

  /** Whether it says that it must be answered. */
  public boolean saysRequired() {
    return required && !usual;
  }

  /** Whether it says that it need not be answered. */
  public boolean saysOptional() {
    return !required && usual;
  }

  /** Its points; empty if it is no scale. */
  public Optional<ScaleView> scale() {
    return kind instanceof Questionnaire.Scale scale
        ? Optional.of(ScaleView.of(name, question, scale, language, said))
        : Optional.empty();
  }

  /** What can be chosen; empty if nothing is to be chosen. */
  public List<ChoiceView.Option> options() {
    return kind instanceof Questionnaire.Choice choice
        ? choice.options().stream()
            .map(
                option ->
                    new ChoiceView.Option(
                        option.value(), option.text().in(language), option.value().equals(said)))
            .toList()
        : List.of();
  }

  /** The numbers between which the answer must be. */
  public Optional<Questionnaire.WholeNumber> number() {
    return kind instanceof Questionnaire.WholeNumber number
        ? Optional.of(number)
        : Optional.empty();
  }

  /** How many characters there may be. */
  public int longest() {
    return kind instanceof Questionnaire.FreeText text ? text.longest() : 0;
  }
}
