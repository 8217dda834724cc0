package org.xaistudy.server.participation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xaistudy.studies.Questionnaire;

/**
 * A question of the questionnaire on a page.
 *
 * @param name of its field
 * @param question what is asked
 * @param required whether it must be answered
 * @param said what was said before
 * @param wanting whether what was said does not do
 * @param kind how it is answered
 * @param language code
 */
record QuestionView(
    String name,
    String question,
    boolean required,
    String said,
    boolean wanting,
    Questionnaire.Kind kind,
    String language) {
  static QuestionView of(
      Questionnaire item, String language, Map<String, String> said, List<String> wanting) {
    return new QuestionView(
        QuestionnairePages.FIELD + item.id(),
        item.question().in(language),
        item.required(),
        said.getOrDefault(item.id(), ""),
        wanting.contains(item.id()),
        item.answer(),
        language);
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
