package org.xaistudy.stimuli.dataset.birds;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.random.RandomGenerator;

/** Dots or stripes, dark on light coats or light on dark ones, by chance. */
final class Plumage {
  private final BirdClass.Pattern kind;
  private final Color colour;
  private final double period;
  private final double phase;

  Plumage(BirdClass.Pattern kind, Color coat, RandomGenerator random) {
    this.kind = kind;
    this.colour = Bird.lighter(coat, random.nextBoolean() ? 0.78 : -0.72);
    this.period = random.nextDouble(0.085, 0.1);
    this.phase = random.nextDouble();
  }

  void draw(Graphics2D g, Area body) {
    g.setColor(colour);
    Area pattern = kind == BirdClass.Pattern.DOTTED ? dots() : stripes();
    // Intersecting keeps smooth edges, which a clip would not.
    pattern.intersect(body);
    g.fill(pattern);
  }

  private Area dots() {
    Path2D dots = new Path2D.Double();
    double radius = period * 0.31;
    int row = 0;
    for (double y = 0.3 + phase * period * 0.8; y < 0.85; y += period * 0.8, row++) {
      double shift = row % 2 == 0 ? 0 : period / 2;
      for (double x = 0.1 + shift + phase * period; x < 0.9; x += period) {
        dots.append(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius), false);
      }
    }
    return new Area(dots);
  }

  private Area stripes() {
    Area stripes = new Area();
    BasicStroke stroke = new BasicStroke((float) (period * 0.42));
    for (double x = -0.2 + phase * period; x < 1.2; x += period) {
      Path2D line = new Path2D.Double();
      line.moveTo(x + 0.12, 0.2);
      line.quadTo(x + 0.06, 0.55, x - 0.12, 0.9);
      stripes.add(new Area(stroke.createStrokedShape(line)));
    }
    return stripes;
  }
}
