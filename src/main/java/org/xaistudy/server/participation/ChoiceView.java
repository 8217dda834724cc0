package org.xaistudy.server.participation;

import java.util.ArrayList;
import java.util.List;
import org.xaistudy.studies.Comprehension;

/**
 * A question with several answers on a page.
 *
 * @param name of its field
 * @param question what is asked
 * @param options what can be chosen
 */
record ChoiceView(String name, String question, List<Option> options) {
  /**
   * What can be chosen.
   *
   * @param value of the field
   * @param text what people read
   * @param chosen whether it was chosen before
   */
  record Option(String value, String text, boolean chosen) {}

  static ChoiceView of(String name, Comprehension.Question question, String language, int chosen) {
    List<Option> options = new ArrayList<>();
    for (int i = 0; i < question.answers().size(); i++) {
      String text = question.answers().get(i).text().in(language);
      options.add(new Option(String.valueOf(i), text, i == chosen));
    }
    return new ChoiceView(name, question.question().in(language), options);
  }
}
