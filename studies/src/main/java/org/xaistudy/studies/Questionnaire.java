package org.xaistudy.studies;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

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

  /** How a question is answered, be it in the questionnaire or among those of a trial. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Choice.class, name = "choice"),
    @JsonSubTypes.Type(value = WholeNumber.class, name = "number"),
    @JsonSubTypes.Type(value = Scale.class, name = "scale"),
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

    /** What is accepted, in a few words for programmers. */
    String expected();

    /**
     * The same with what people read for classes.
     *
     * @param classNames in all languages
     */
    default Kind named(Function<String, Text> classNames) {
      return this;
    }

    /** The same for those who read a language. */
    default Kind in(String language) {
      return this;
    }
  }

  /**
   * One of several.
   *
   * @param options what can be chosen; none where that are classes
   * @param classes names of classes of the data set that can be chosen, which people read as they
   *     read of classes elsewhere; none where there are options
   */
  public record Choice(
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Option> options,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> classes)
      implements Kind {
    /** Fills in what was left out. */
    @JsonCreator
    public Choice {
      options = options == null ? List.of() : List.copyOf(options);
      classes = classes == null ? List.of() : List.copyOf(classes);
    }

    /** One of these. */
    public Choice(List<Option> options) {
      this(options, List.of());
    }

    /** What can be chosen, as it is stored. */
    public List<String> values() {
      return classes.isEmpty() ? options.stream().map(Option::value).toList() : classes;
    }

    @Override
    public Choice named(Function<String, Text> classNames) {
      return classes.isEmpty()
          ? this
          : new Choice(
              classes.stream().map(name -> new Option(name, classNames.apply(name))).toList());
    }

    @Override
    public Choice in(String language) {
      return new Choice(
          options.stream()
              .map(option -> new Option(option.value(), Text.of(option.text().in(language))))
              .toList(),
          classes);
    }

    @Override
    public boolean accepts(String answer) {
      return values().contains(answer);
    }

    @Override
    public String some(String words) {
      return values().get(0);
    }

    @Override
    public String expected() {
      return "one of " + String.join(", ", values());
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

    @Override
    public String expected() {
      return min + " to " + max;
    }
  }

  /**
   * One of a few points in a row.
   *
   * @param min the first, a whole number
   * @param max the last, {@value #FEWEST} to {@value #MOST} points in all
   * @param low what the first means
   * @param high what the last means
   */
  public record Scale(int min, int max, Text low, Text high) implements Kind {
    /** A scale of fewer points is none. */
    public static final int FEWEST = 2;

    /** More do not fit beside each other on a telephone. */
    public static final int MOST = 11;

    /** All points in their order. */
    public List<Integer> points() {
      return IntStream.rangeClosed(min, max).boxed().toList();
    }

    /** One spelling of each point: two of them would be two answers in a table. */
    @Override
    public boolean accepts(String answer) {
      return points().stream().anyMatch(point -> point.toString().equals(answer));
    }

    @Override
    public Scale in(String language) {
      return new Scale(min, max, Text.of(low.in(language)), Text.of(high.in(language)));
    }

    /** The middle, or the one after it. */
    @Override
    public String some(String words) {
      return String.valueOf(min + (max - min + 1) / 2);
    }

    @Override
    public String expected() {
      return min + " to " + max;
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

    @Override
    public String expected() {
      return "at most " + longest + " characters";
    }
  }
}
