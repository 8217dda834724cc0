package org.xaistudy.stimuli.dataset.birds;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.xaistudy.studies.Text;

/** The classes: two kinds of plumage, each with one of four marks. */
public enum BirdClass {
  DOTTED_REDCAP(
      Pattern.DOTTED,
      Mark.REDCAP,
      "dotted redcap",
      "Punkt-Rotkäppchen",
      "oiseau tacheté à calotte rouge"),
  STRIPED_REDCAP(
      Pattern.STRIPED,
      Mark.REDCAP,
      "striped redcap",
      "Streifen-Rotkäppchen",
      "oiseau rayé à calotte rouge"),
  DOTTED_LONGBILL(
      Pattern.DOTTED,
      Mark.LONGBILL,
      "dotted longbill",
      "Punkt-Langschnabel",
      "oiseau tacheté à long bec"),
  STRIPED_LONGBILL(
      Pattern.STRIPED,
      Mark.LONGBILL,
      "striped longbill",
      "Streifen-Langschnabel",
      "oiseau rayé à long bec"),
  DOTTED_FORKTAIL(
      Pattern.DOTTED,
      Mark.FORKTAIL,
      "dotted forktail",
      "Punkt-Gabelschwanz",
      "oiseau tacheté à queue fourchue"),
  STRIPED_FORKTAIL(
      Pattern.STRIPED,
      Mark.FORKTAIL,
      "striped forktail",
      "Streifen-Gabelschwanz",
      "oiseau rayé à queue fourchue"),
  DOTTED_GOLDEYE(
      Pattern.DOTTED,
      Mark.GOLDEYE,
      "dotted goldeye",
      "Punkt-Goldauge",
      "oiseau tacheté à œil d’or"),
  STRIPED_GOLDEYE(
      Pattern.STRIPED,
      Mark.GOLDEYE,
      "striped goldeye",
      "Streifen-Goldauge",
      "oiseau rayé à œil d’or");

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
  private final String french;

  BirdClass(Pattern pattern, Mark mark, String english, String german, String french) {
    this.pattern = pattern;
    this.mark = mark;
    this.english = english;
    this.german = german;
    this.french = french;
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
    byLanguage.put("fr", french);
    return new Text(byLanguage);
  }
}
