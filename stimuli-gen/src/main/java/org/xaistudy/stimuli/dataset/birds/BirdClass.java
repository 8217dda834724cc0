package org.xaistudy.stimuli.dataset.birds;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.xaistudy.studies.Text;

/** The classes: two kinds of plumage, each with one of four marks. */
public enum BirdClass {
  DOTTED_REDCAP(Plumage.DOTTED, Mark.REDCAP, "dotted redcap", "Punkt-Rotkäppchen"),
  STRIPED_REDCAP(Plumage.STRIPED, Mark.REDCAP, "striped redcap", "Streifen-Rotkäppchen"),
  DOTTED_LONGBILL(Plumage.DOTTED, Mark.LONGBILL, "dotted longbill", "Punkt-Langschnabel"),
  STRIPED_LONGBILL(Plumage.STRIPED, Mark.LONGBILL, "striped longbill", "Streifen-Langschnabel"),
  DOTTED_FORKTAIL(Plumage.DOTTED, Mark.FORKTAIL, "dotted forktail", "Punkt-Gabelschwanz"),
  STRIPED_FORKTAIL(Plumage.STRIPED, Mark.FORKTAIL, "striped forktail", "Streifen-Gabelschwanz"),
  DOTTED_GOLDEYE(Plumage.DOTTED, Mark.GOLDEYE, "dotted goldeye", "Punkt-Goldauge"),
  STRIPED_GOLDEYE(Plumage.STRIPED, Mark.GOLDEYE, "striped goldeye", "Streifen-Goldauge");

  /** The pattern of breast and wing. */
  public enum Plumage {
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

  private final Plumage plumage;
  private final Mark mark;
  private final String english;
  private final String german;

  BirdClass(Plumage plumage, Mark mark, String english, String german) {
    this.plumage = plumage;
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
  public Plumage plumage() {
    return plumage;
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
