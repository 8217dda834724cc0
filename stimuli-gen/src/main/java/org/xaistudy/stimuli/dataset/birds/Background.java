package org.xaistudy.stimuli.dataset.birds;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.random.RandomGenerator;

/** What is behind a bird; says nothing about its class. */
enum Background {
  SKY {
    @Override
    void paint(Graphics2D g, RandomGenerator random) {
      fill(
          g,
          hsb(random, 0.55, 0.6, 0.35, 0.6, 0.85, 0.98),
          hsb(random, 0.5, 0.58, 0.1, 0.25, 0.92, 1));
      int clouds = random.nextInt(2, 5);
      for (int i = 0; i < clouds; i++) {
        double x = random.nextDouble();
        double y = random.nextDouble(0.05, 0.6);
        for (int puff = 0; puff < 6; puff++) {
          glow(
              g,
              new Color(255, 255, 255, 150),
              x + random.nextGaussian() * 0.07,
              y + random.nextGaussian() * 0.02,
              random.nextDouble(0.05, 0.13));
        }
      }
    }
  },
  FOLIAGE {
    @Override
    void paint(Graphics2D g, RandomGenerator random) {
      fill(
          g,
          hsb(random, 0.22, 0.36, 0.35, 0.65, 0.35, 0.6),
          hsb(random, 0.22, 0.38, 0.45, 0.7, 0.2, 0.4));
      for (int i = 0; i < 26; i++) {
        Color spot = hsb(random, 0.18, 0.36, 0.3, 0.65, 0.45, 0.85);
        glow(
            g,
            alpha(spot, 120),
            random.nextDouble(),
            random.nextDouble(),
            random.nextDouble(0.03, 0.16));
      }
    }
  },
  REEDS {
    @Override
    void paint(Graphics2D g, RandomGenerator random) {
      fill(
          g,
          hsb(random, 0.12, 0.2, 0.12, 0.3, 0.8, 0.95),
          hsb(random, 0.13, 0.3, 0.3, 0.45, 0.5, 0.7));
      for (int i = 0; i < 22; i++) {
        double x = random.nextDouble(-0.1, 1.1);
        double lean = random.nextGaussian() * 0.08;
        double top = random.nextDouble(0.0, 0.55);
        Path2D stalk = new Path2D.Double();
        stalk.moveTo(x, 1.05);
        stalk.quadTo(x, (1 + top) / 2, x + lean, top);
        g.setStroke(new BasicStroke((float) random.nextDouble(0.006, 0.02)));
        g.setColor(alpha(hsb(random, 0.1, 0.25, 0.3, 0.55, 0.4, 0.75), 170));
        g.draw(stalk);
      }
    }
  },
  SNOW {
    @Override
    void paint(Graphics2D g, RandomGenerator random) {
      fill(
          g,
          hsb(random, 0.55, 0.65, 0.1, 0.3, 0.75, 0.95),
          hsb(random, 0.55, 0.65, 0.03, 0.1, 0.92, 1));
      hills(g, random, hsb(random, 0.58, 0.66, 0.08, 0.2, 0.75, 0.9), 0.6);
      hills(g, random, hsb(random, 0.55, 0.66, 0.01, 0.06, 0.93, 1), 0.78);
    }
  },
  DUSK {
    @Override
    void paint(Graphics2D g, RandomGenerator random) {
      fill(
          g,
          hsb(random, 0.68, 0.8, 0.3, 0.5, 0.45, 0.7),
          hsb(random, 0.04, 0.1, 0.45, 0.65, 0.85, 1));
      hills(g, random, hsb(random, 0.65, 0.78, 0.3, 0.45, 0.3, 0.45), 0.68);
      hills(g, random, hsb(random, 0.65, 0.78, 0.3, 0.45, 0.18, 0.3), 0.83);
    }
  },
  STONE {
    @Override
    void paint(Graphics2D g, RandomGenerator random) {
      fill(
          g,
          hsb(random, 0.05, 0.14, 0.05, 0.2, 0.6, 0.8),
          hsb(random, 0.05, 0.14, 0.08, 0.22, 0.45, 0.65));
      for (int i = 0; i < 40; i++) {
        Color patch = hsb(random, 0.05, 0.14, 0.04, 0.2, 0.4, 0.85);
        g.setColor(alpha(patch, 70));
        double width = random.nextDouble(0.03, 0.25);
        g.fill(
            new Ellipse2D.Double(
                random.nextDouble(-0.1, 1), random.nextDouble(-0.1, 1), width, width * 0.6));
      }
    }
  };

  abstract void paint(Graphics2D g, RandomGenerator random);

  static void draw(Graphics2D g, RandomGenerator random) {
    values()[random.nextInt(values().length)].paint(g, random);
  }

  private static void fill(Graphics2D g, Color top, Color bottom) {
    g.setPaint(new GradientPaint(0, 0, top, 0, 1, bottom));
    g.fill(new Rectangle2D.Double(0, 0, 1, 1));
  }

  private static void glow(Graphics2D g, Color colour, double x, double y, double radius) {
    float[] stops = {0f, 0.7f, 1f};
    Color[] colours = {colour, alpha(colour, colour.getAlpha() / 2), alpha(colour, 0)};
    g.setPaint(new RadialGradientPaint(new Point2D.Double(x, y), (float) radius, stops, colours));
    g.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
  }

  private static void hills(Graphics2D g, RandomGenerator random, Color colour, double height) {
    Path2D hill = new Path2D.Double();
    hill.moveTo(-0.1, 1.1);
    hill.lineTo(-0.1, height + random.nextGaussian() * 0.05);
    for (double x = -0.1; x < 1.1; x += 0.3) {
      hill.quadTo(
          x + 0.15,
          height + random.nextGaussian() * 0.1,
          x + 0.3,
          height + random.nextGaussian() * 0.04);
    }
    hill.lineTo(1.1, 1.1);
    hill.closePath();
    g.setColor(colour);
    g.fill(hill);
  }

  private static Color alpha(Color colour, int alpha) {
    return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha);
  }

  private static Color hsb(
      RandomGenerator random, double h0, double h1, double s0, double s1, double b0, double b1) {
    return Color.getHSBColor(
        (float) random.nextDouble(h0, h1),
        (float) random.nextDouble(s0, s1),
        (float) random.nextDouble(b0, b1));
  }
}
