package org.xaistudy.stimuli.render;

/** Kinds of colour vision, simulated in linear sRGB and measured in CIELAB under D65. */
enum ColourVision {
  /** All three cones. */
  NORMAL(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}),

  // Machado, Oliveira and Fernandes 2009, "A Physiologically-based Model for Simulation of Color
  // Vision Deficiency", IEEE TVCG 15(6); the matrices of severity 1 that go with it.
  PROTAN(
      new double[][] {
        {0.152286, 1.052583, -0.204868},
        {0.114503, 0.786281, 0.099216},
        {-0.003882, -0.048116, 1.051998}
      }),
  DEUTAN(
      new double[][] {
        {0.367322, 0.860646, -0.227968},
        {0.280085, 0.672501, 0.047413},
        {-0.011820, 0.042940, 0.968881}
      }),
  TRITAN(
      new double[][] {
        {1.255528, -0.076749, -0.178779},
        {-0.078411, 0.930809, 0.147602},
        {0.004733, 0.691367, 0.303900}
      }),

  /**
   * Brettel, Viénot and Mollon 1997, "Computerized simulation of color appearance for dichromats",
   * JOSA A 14(10), which is the better model of tritanopia; its two half-planes for sRGB as
   * libDaltonLens gives them.
   */
  TRITANOPIA(
      new double[][] {
        {1.01277, 0.13548, -0.14826}, {-0.01243, 0.86812, 0.14431}, {0.07589, 0.80500, 0.11911}
      }) {
    private final double[][] other = {
      {0.93678, 0.18979, -0.12657}, {0.06154, 0.81526, 0.12320}, {-0.37562, 1.12767, 0.24796}
    };
    private final double[] border = {0.03901, -0.02788, -0.01113};

    @Override
    double[][] matrix(double[] linear) {
      return dot(border, linear) >= 0 ? super.matrix(linear) : other;
    }
  };

  private static final double[][] XYZ = {
    {0.4124564, 0.3575761, 0.1804375},
    {0.2126729, 0.7151522, 0.0721750},
    {0.0193339, 0.1191920, 0.9503041}
  };
  private static final double[] WHITE = {0.95047, 1, 1.08883};

  private final double[][] matrix;

  ColourVision(double[][] matrix) {
    this.matrix = matrix;
  }

  double[][] matrix(double[] linear) {
    return matrix;
  }

  /**
   * What is seen of a colour.
   *
   * @param rgb 0xRRGGBB
   * @return L*, a*, b*
   */
  double[] lab(int rgb) {
    double[] linear = {linear(rgb >> 16 & 0xff), linear(rgb >> 8 & 0xff), linear(rgb & 0xff)};
    double[][] rows = matrix(linear);
    double[] seen = new double[3];
    for (int i = 0; i < 3; i++) {
      seen[i] = Math.max(0, Math.min(1, dot(rows[i], linear)));
    }
    double x = compressed(dot(XYZ[0], seen) / WHITE[0]);
    double y = compressed(dot(XYZ[1], seen) / WHITE[1]);
    double z = compressed(dot(XYZ[2], seen) / WHITE[2]);
    return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
  }

  /** CIE 1976 difference of two colours as they are seen. */
  double distance(int first, int second) {
    double[] a = lab(first);
    double[] b = lab(second);
    return Math.hypot(Math.hypot(a[0] - b[0], a[1] - b[1]), a[2] - b[2]);
  }

  static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }

  private static double linear(int level) {
    double c = level / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }

  private static double compressed(double t) {
    return t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
  }
}
