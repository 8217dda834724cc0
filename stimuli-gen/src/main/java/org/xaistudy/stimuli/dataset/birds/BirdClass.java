package org.xaistudy.stimuli.dataset.birds;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.xaistudy.studies.Text;

/** The classes: two kinds of plumage, each with one of four marks. */
public enum BirdClass {
  DOTTED_REDCAP(Pattern.DOTTED, Mark.REDCAP, "dotted redcap", "Punkt-Rotkäppchen"),
  STRIPED_REDCAP(Pattern.STRIPED, Mark.REDCAP, "striped redcap", "Streifen-Rotkäppchen"),
  DOTTED_LONGBILL(Pattern.DOTTED, Mark.LONGBILL, "dotted longbill", "Punkt-Langschnabel"),
  STRIPED_LONGBILL(Pattern.STRIPED, Mark.LONGBILL, "striped longbill", "Streifen-Langschnabel"),
  DOTTED_FORKTAIL(Pattern.DOTTED, Mark.FORKTAIL, "dotted forktail", "Punkt-Gabelschwanz"),
  STRIPED_FORKTAIL(Pattern.STRIPED, Mark.FORKTAIL, "striped forktail", "Streifen-Gabelschwanz"),
  DOTTED_GOLDEYE(Pattern.DOTTED, Mark.GOLDEYE, "dotted goldeye", "Punkt-Goldauge"),
  STRIPED_GOLDEYE(Pattern.STRIPED, Mark.GOLDEYE, "striped goldeye", "Streifen-Goldauge");

  /** The pattern of breast and wing. */
  public enum Pattern {
    DOTTED,
    STRIPED
  }

  /** The one part that sets a class apart from the others of the same plumage. */
  public enum Mark {
    /** A red spot on the head. */
    REDCAP,
    /** A long, thin beak. */
    LONGBILL,
    /** A forked tail. */
    FORKTAIL,
    /** A large eye with a golden ring. */
    GOLDEYE
  }

  private final Pattern pattern;
  private final Mark mark;
  private final String english;
  private final String german;

  BirdClass(Pattern pattern, Mark mark, String english, String german) {
    this.pattern = pattern;
    this.mark = mark;
    this.english = english;
    this.german = german;
  }

  /**
   * The class with this id.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static BirdClass named(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** The pattern of breast and wing. */
  public Pattern pattern() {
    return pattern;
  }

  /** The part that sets it apart. */
  public Mark mark() {
    return mark;
  }

  /** The name in {@code study.yaml} and manifest. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The name that people read. */
  public Text text() {
    Map<String, String> byLanguage = new LinkedHashMap<>(); // in one order, whatever the run
    byLanguage.put("en", english);
    byLanguage.put("de", german);
    return new Text(byLanguage);
  }
}
