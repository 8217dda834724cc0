package org.xaistudy.server.run;

import java.util.Locale;

/** In which colours a person sees heat maps. */
public enum Colours {
  /** Red for the prediction, blue against it. */
  RED_BLUE,
  /** Orange for the prediction, purple against it: also for the colour-blind. */
  ORANGE_PURPLE;

  /** The other one. */
  public Colours other() {
    return this == RED_BLUE ? ORANGE_PURPLE : RED_BLUE;
  }

  /** Whether these are the ones for the colour-blind. */
  public boolean isAlternative() {
    return this == ORANGE_PURPLE;
  }

  /** As written in {@code participants.csv}. */
  public String written() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
