package org.xaistudy.stimuli.render;

/** Colours of signed values: white for nothing, darker for more, one hue for each sign. */
public enum Palette {
  /** Red for, blue against: what the publications show. */
  RED_BLUE(
      new int[] {0xffffff, 0xff0000},
      new int[] {0xffffff, 0x0000ff},
      new int[] {Palette.GREY, 0xff0000},
      new int[] {Palette.GREY, 0x0000ff}),

  /**
   * Orange for, purple against: ColorBrewer's PuOr, a scheme that is safe for the colour-blind
   * (Harrower and Brewer 2003, "ColorBrewer.org", The Cartographic Journal 40(1)). Its middle is
   * white here, as nothing is in the other palette, and its palest two colours are left out, so
   * that small values show about as well as they do there. Its darkest purple is left out too: it
   * comes near the black of an artefact, and without it equal values for and against are about
   * equally dark, so that neither looks stronger to a person who sees no hues at all.
   */
  ORANGE_PURPLE(
      new int[] {0xffffff, 0xfdb863, 0xe08214, 0xb35806, 0x7f3b08},
      new int[] {0xffffff, 0xb2abd2, 0x8073ac, 0x542788},
      new int[] {Palette.GREY, 0xe08214, 0xb35806, 0x7f3b08},
      new int[] {Palette.GREY, 0x8073ac, 0x542788});

  /** A line for nothing: to be seen on white, and paler than all that means something. */
  private static final int GREY = 0xc8c8c8;

  private final int[] positive;
  private final int[] negative;
  private final int[] positiveLine;
  private final int[] negativeLine;

  /** Colours as 0xRRGGBB at equal distances, from 0 to 1 and from 0 to −1. */
  Palette(int[] positive, int[] negative, int[] positiveLine, int[] negativeLine) {
    this.positive = positive;
    this.negative = negative;
    this.positiveLine = positiveLine;
    this.negativeLine = negativeLine;
  }

  /** The colour of a value from −1 to 1, as 0xRRGGBB; values beyond have the full colour. */
  public int colour(float value) {
    return between(value >= 0 ? positive : negative, value);
  }

  /** The same for a line on white, which is grey for nothing. */
  public int lineColour(float value) {
    return between(value >= 0 ? positiveLine : negativeLine, value);
  }

  private static int between(int[] stops, float value) {
    float place = Math.min(1, Math.abs(value)) * (stops.length - 1);
    int below = Math.min((int) place, stops.length - 2);
    float share = place - below;
    int colour = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int from = stops[below] >> shift & 0xff;
      int to = stops[below + 1] >> shift & 0xff;
      colour |= Math.round(from + share * (to - from)) << shift;
    }
    return colour;
  }
}
