package org.xaistudy.stimuli.dataset.birds;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.random.RandomGenerator;

/**
 * One bird on a twig. The class decides plumage and mark; pose, size and colours are chance and say
 * nothing about the class. Shapes are made once in the bird's own coordinates (0 to 1, looking
 * right) and placed by one transform.
 */
final class Bird {
  private static final Color[] COATS = {
    new Color(0x9a7b5b), new Color(0x7d8894), new Color(0x8c8f62), new Color(0xb08a4e),
    new Color(0x6f86a6), new Color(0xa39a8c), new Color(0x7f9c8a), new Color(0xb58f86)
  };
  private static final Color RED = new Color(0xd3202a);
  private static final Color GOLD = new Color(0xffc81e);
  private static final Color DARK = new Color(0x1d1a1a);

  private final BirdClass kind;
  private final Plumage plumage;
  private final Color coat;
  private final Color bill;
  private final Color twig;
  private final AffineTransform place;
  private final Area body;
  private final Area head;
  private final Area tail;
  private final Area beak;
  private final Area wing;
  private final double twigBend;

  Bird(BirdClass kind, RandomGenerator random) {
    this.kind = kind;
    coat = varied(COATS[random.nextInt(COATS.length)], random);
    bill = varied(random.nextBoolean() ? new Color(0x4a4038) : new Color(0xc08a3c), random);
    twig = varied(new Color(0x5b4330), random);
    twigBend = random.nextGaussian() * 0.03;
    place = placed(random);
    plumage = new Plumage(kind.pattern(), coat, random);
    head = new Area(new Ellipse2D.Double(0.575, 0.2, 0.25, 0.25));
    body = body();
    body.subtract(head);
    wing = wing();
    tail = kind.mark() == BirdClass.Mark.FORKTAIL ? forked() : straight();
    tail.subtract(body);
    beak = kind.mark() == BirdClass.Mark.LONGBILL ? longBeak() : shortBeak();
    beak.subtract(head);
  }

  /** The part in picture coordinates, without what covers it. */
  Shape shape(BirdPart part) {
    Area area =
        switch (part) {
          case PLUMAGE -> new Area(body);
          case HEAD -> headAlone();
          case CAP -> cap();
          case EYE -> new Area(eye());
          case BEAK -> new Area(beak);
          case TAIL -> new Area(tail);
        };
    return area.createTransformedArea(place);
  }

  void draw(Graphics2D g) {
    AffineTransform whole = g.getTransform();
    g.transform(place);
    drawTwigAndLegs(g);
    shaded(g, tail, coat.darker());
    shaded(g, body, coat);
    plumage.draw(g, body);
    drawWing(g);
    g.setColor(bill);
    g.fill(beak);
    shaded(g, head, coat);
    g.setColor(RED);
    g.fill(cap());
    drawEye(g);
    g.setTransform(whole);
  }

  private void drawTwigAndLegs(Graphics2D g) {
    g.setStroke(new BasicStroke(0.014f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.setColor(bill.darker());
    for (double x : new double[] {0.46, 0.55}) {
      Path2D leg = new Path2D.Double();
      leg.moveTo(x, 0.72);
      leg.lineTo(x + 0.015, 0.87);
      g.draw(leg);
    }
    Path2D branch = new Path2D.Double();
    branch.moveTo(-0.6, 0.9 + twigBend);
    branch.curveTo(0.1, 0.86 - twigBend, 0.8, 0.9 + twigBend, 1.6, 0.85 - twigBend);
    g.setStroke(new BasicStroke(0.05f));
    g.setColor(twig);
    g.draw(branch);
    g.setStroke(new BasicStroke(0.014f));
    g.setColor(twig.brighter());
    g.translate(0, -0.014);
    g.draw(branch);
    g.translate(0, 0.014);
  }

  private void drawWing(Graphics2D g) {
    g.setStroke(new BasicStroke(0.012f));
    g.setColor(coat.darker().darker());
    g.draw(wing);
  }

  private void drawEye(Graphics2D g) {
    boolean golden = kind.mark() == BirdClass.Mark.GOLDEYE;
    Shape ring = eye();
    g.setColor(golden ? GOLD : coat.brighter());
    g.fill(ring);
    double radius = golden ? 0.026 : 0.022;
    g.setColor(DARK);
    g.fill(circle(0.722, 0.302, radius));
    g.setColor(Color.WHITE);
    g.fill(circle(0.73, 0.295, 0.008));
  }

  private Shape eye() {
    return circle(0.722, 0.302, kind.mark() == BirdClass.Mark.GOLDEYE ? 0.058 : 0.028);
  }

  private Area cap() {
    if (kind.mark() != BirdClass.Mark.REDCAP) {
      return new Area();
    }
    Area cap = new Area(new Ellipse2D.Double(0.575, 0.13, 0.2, 0.15));
    cap.intersect(new Area(new Ellipse2D.Double(0.565, 0.19, 0.27, 0.27)));
    return cap;
  }

  private Area headAlone() {
    Area alone = new Area(head);
    alone.subtract(cap());
    alone.subtract(new Area(eye()));
    return alone;
  }

  private static Area body() {
    Path2D path = new Path2D.Double();
    path.moveTo(0.2, 0.66);
    path.curveTo(0.3, 0.42, 0.5, 0.4, 0.6, 0.3);
    path.lineTo(0.79, 0.38);
    path.curveTo(0.84, 0.55, 0.72, 0.74, 0.52, 0.76);
    path.curveTo(0.38, 0.775, 0.28, 0.73, 0.2, 0.66);
    path.closePath();
    return new Area(path);
  }

  private static Area wing() {
    Path2D path = new Path2D.Double();
    path.moveTo(0.57, 0.45);
    path.curveTo(0.66, 0.58, 0.5, 0.7, 0.2, 0.68);
    path.curveTo(0.32, 0.5, 0.45, 0.43, 0.57, 0.45);
    path.closePath();
    return new Area(path);
  }

  private static Area straight() {
    Path2D path = new Path2D.Double();
    path.moveTo(0.3, 0.56);
    path.lineTo(-0.02, 0.72);
    path.quadTo(-0.06, 0.8, 0.02, 0.82);
    path.lineTo(0.34, 0.72);
    path.closePath();
    return new Area(path);
  }

  private static Area forked() {
    Path2D path = new Path2D.Double();
    path.moveTo(0.3, 0.56);
    path.curveTo(0.18, 0.56, 0.04, 0.5, -0.1, 0.5);
    path.curveTo(-0.02, 0.58, 0.08, 0.66, 0.14, 0.69);
    path.curveTo(0.08, 0.76, 0.0, 0.84, -0.04, 0.94);
    path.curveTo(0.1, 0.88, 0.24, 0.8, 0.34, 0.72);
    path.closePath();
    return new Area(path);
  }

  private static Area shortBeak() {
    Path2D path = new Path2D.Double();
    path.moveTo(0.8, 0.29);
    path.quadTo(0.87, 0.31, 0.9, 0.355);
    path.quadTo(0.85, 0.37, 0.8, 0.38);
    path.closePath();
    return new Area(path);
  }

  private static Area longBeak() {
    Path2D path = new Path2D.Double();
    path.moveTo(0.8, 0.295);
    path.curveTo(0.93, 0.305, 1.06, 0.34, 1.14, 0.42);
    path.curveTo(1.04, 0.375, 0.92, 0.37, 0.8, 0.37);
    path.closePath();
    return new Area(path);
  }

  private static void shaded(Graphics2D g, Shape shape, Color colour) {
    g.setPaint(
        new GradientPaint(0f, 0.2f, lighter(colour, 0.25), 0f, 0.8f, lighter(colour, -0.18)));
    g.fill(shape);
  }

  private static Shape circle(double x, double y, double radius) {
    return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  private static AffineTransform placed(RandomGenerator random) {
    double size = random.nextDouble(0.72, 0.86);
    AffineTransform place = new AffineTransform();
    place.translate(0.5 + random.nextDouble(-0.05, 0.05), 0.5 + random.nextDouble(-0.05, 0.05));
    place.rotate(random.nextGaussian() * 0.08);
    place.scale(random.nextBoolean() ? size : -size, size);
    place.translate(-0.5, -0.52);
    return place;
  }

  private static Color varied(Color colour, RandomGenerator random) {
    float[] hsb = Color.RGBtoHSB(colour.getRed(), colour.getGreen(), colour.getBlue(), null);
    return Color.getHSBColor(
        hsb[0] + (float) (random.nextGaussian() * 0.015),
        clamp(hsb[1] + random.nextGaussian() * 0.05),
        clamp(hsb[2] + random.nextGaussian() * 0.05));
  }

  /** Towards white for a positive share, towards black for a negative one. */
  static Color lighter(Color colour, double share) {
    int end = share > 0 ? 255 : 0;
    double s = Math.abs(share);
    return new Color(
        (int) (colour.getRed() * (1 - s) + end * s),
        (int) (colour.getGreen() * (1 - s) + end * s),
        (int) (colour.getBlue() * (1 - s) + end * s));
  }

  private static float clamp(double value) {
    return (float) Math.max(0, Math.min(1, value));
  }
}
