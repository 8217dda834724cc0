package org.xaistudy.studies;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/**
 * A question that is asked before the first trial, or after the last.
 *
 * @param id name of its column, which is {@code q.} and the id
 * @param question what is asked
 * @param when before the first trial or after the last; after if not given
 * @param required whether it must be answered
 * @param answer how it is answered
 */
public record Questionnaire(String id, Text question, When when, Boolean required, Kind answer) {
  /** Nobody must answer what is not said to be required. */
  @JsonCreator
  public Questionnaire {
    when = when == null ? When.AFTER : when;
    required = Boolean.TRUE.equals(required);
  }

  /** A question after the last trial. */
  public Questionnaire(String id, Text question, Boolean required, Kind answer) {
    this(id, question, When.AFTER, required, answer);
  }

  /** When a question is asked. */
  public enum When {
    /** After the instructions, before the first trial. */
    @JsonProperty("before")
    BEFORE,
    /** After the last trial. */
    @JsonProperty("after")
    AFTER
  }

  /** How a question is answered. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Choice.class, name = "choice"),
    @JsonSubTypes.Type(value = WholeNumber.class, name = "number"),
    @JsonSubTypes.Type(value = FreeText.class, name = "text")
  })
  public sealed interface Kind {
    /** Whether this can be stored as an answer; an empty answer is never asked about. */
    boolean accepts(String answer);

    /**
     * An answer that is accepted.
     *
     * @param words what is said where words are asked for
     */
    String some(String words);
  }

  /**
   * One of several.
   *
   * @param options what can be chosen
   */
  public record Choice(List<Option> options) implements Kind {
    /** Copies the list. */
    public Choice {
      options = List.copyOf(options);
    }

    @Override
    public boolean accepts(String answer) {
      return options.stream().anyMatch(option -> option.value().equals(answer));
    }

    @Override
    public String some(String words) {
      return options.get(0).value();
    }
  }

  /**
   * What can be chosen.
   *
   * @param value what is stored
   * @param text what people read
   */
  public record Option(String value, Text text) {}

  /**
   * A whole number.
   *
   * @param min the least
   * @param max the greatest
   */
  public record WholeNumber(int min, int max) implements Kind {
    @Override
    public boolean accepts(String answer) {
      if (!answer.matches("-?[0-9]{1,9}")) {
        return false;
      }
      int number = Integer.parseInt(answer);
      return min <= number && number <= max;
    }

    @Override
    public String some(String words) {
      return String.valueOf(min);
    }
  }

  /**
   * Words of one's own.
   *
   * @param longest in characters
   */
  public record FreeText(int longest) implements Kind {
    @Override
    public boolean accepts(String answer) {
      return answer.length() <= longest;
    }

    @Override
    public String some(String words) {
      return words.substring(0, Math.min(words.length(), longest));
    }
  }
}
