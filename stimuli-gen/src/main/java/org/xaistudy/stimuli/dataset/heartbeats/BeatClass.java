package org.xaistudy.stimuli.dataset.heartbeats;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.xaistudy.studies.Text;

/** The classes: a usual beat, and beats of which one part is different. */
public enum BeatClass {
  NORMAL("normal beat", "normaler Herzschlag", "battement normal"),
  MISSING_P("beat without a P wave", "Herzschlag ohne P-Welle", "battement sans onde P"),
  WIDE_QRS("wide QRS complex", "breiter QRS-Komplex", "complexe QRS large"),
  RAISED_ST("raised ST segment", "angehobene ST-Strecke", "segment ST surélevé"),
  INVERTED_T("inverted T wave", "umgekehrte T-Welle", "onde T inversée"),
  TALL_T("tall T wave", "hohe T-Welle", "grande onde T");

  private final String english;
  private final String german;
  private final String french;

  BeatClass(String english, String german, String french) {
    this.english = english;
    this.german = german;
    this.french = french;
  }

  /**
   * The class with this id.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static BeatClass named(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
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
