package org.xaistudy.server.participation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xaistudy.studies.Questionnaire;

/** Something that a questionnaire takes, for previews that go on by themselves. */
final class Replying {
  private Replying() {}

  static Map<String, String> toAll(List<Questionnaire> questions) {
    Map<String, String> replies = new HashMap<>();
    for (Questionnaire item : questions) {
      if (item.answer() instanceof Questionnaire.WholeNumber number) {
        replies.put(item.id(), String.valueOf(number.min()));
      } else if (item.answer() instanceof Questionnaire.Choice choice) {
        replies.put(item.id(), choice.options().get(0).value());
      } else {
        replies.put(item.id(), "preview");
      }
    }
    return replies;
  }
}
