package org.xaistudy.stimuli.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import org.xaistudy.stimuli.model.Tensor;

/**
 * A signal as a curve over time, each channel in a lane of its own, on white. What is known of its
 * values shows in the line: relevance as its colour and thickness, a mask as dark or pale.
 */
public final class Curve {
  private static final int INK = 0x1c2733;
  private static final int PALE = 0xd3d9df;

  /** Of a line 600 pixels wide: a hair more than two on a page of half that width. */
  private static final double THICKNESS = 1 / 160.0;

  /** Of small pictures, which are drawn smaller still. */
  private static final double THINNEST = 2.4;

  /** Free space above and below a curve, as a share of its lane. */
  private static final double MARGIN = 0.1;

  private final Tensor values;
  private final int length;
  private final float[] low;
  private final float[] high;

  /**
   * A curve that is drawn from its lowest to its highest value.
   *
   * @param signal (C, 1, L)
   */
  public Curve(Tensor signal) {
    int[] shape = signal.shape();
    if (shape.length != 3 || shape[1] != 1) {
      throw new IllegalArgumentException("a signal is (C, 1, L), not " + signal);
    }
    values = signal.reshape(shape[0], shape[2]);
    length = shape[2];
    low = new float[shape[0]];
    high = new float[shape[0]];
    java.util.Arrays.fill(low, Float.POSITIVE_INFINITY);
    java.util.Arrays.fill(high, Float.NEGATIVE_INFINITY);
    for (int i = 0; i < values.values().length; i++) {
      low[i / length] = Math.min(low[i / length], values.values()[i]);
      high[i / length] = Math.max(high[i / length], values.values()[i]);
    }
  }

  /** How many values each channel has. */
  public int length() {
    return length;
  }

  /**
   * What a picture is of.
   *
   * @param from first value, or the time between two
   * @param to the time after the last value
   */
  public record Frame(double from, double to) {
    /** The picture's width in values. */
    double width() {
      return to - from;
    }
  }

  /** The whole of it. */
  public Frame whole() {
    return new Frame(0, length);
  }

  /** A line's colour and its thickness as a multiple of the usual. */
  private record Ink(int rgb, double thickness) {}

  /** What a line looks like at a time, counted in values. */
  private interface Look {
    Ink at(double time);
  }

  /** The curve alone. */
  public BufferedImage plain(int width, int height) {
    Ink ink = new Ink(INK, 1);
    return draw(whole(), width, height, time -> ink);
  }

  /**
   * The curve in the colours of relevance, grey where there is none.
   *
   * @param map (1, w); interpolated where it has fewer values than the signal
   */
  public Function<Palette, BufferedImage> coloured(Tensor map, int width, int height) {
    float most = 0;
    for (float value : map.values()) {
      most = Math.max(most, Math.abs(value));
    }
    float largest = most;
    return palette ->
        draw(
            whole(),
            width,
            height,
            time -> {
              double share = largest == 0 ? 0 : at(map, time) / largest;
              return new Ink(palette.lineColour((float) share), 1 + 0.8 * Math.abs(share));
            });
  }

  /**
   * A part of the curve, pale where a margin is not positive.
   *
   * @param margin (1, 1, w)
   */
  public BufferedImage masked(Tensor margin, Frame frame, int width, int height) {
    Tensor line = margin.reshape(1, margin.values().length);
    Ink shown = new Ink(INK, 1.25);
    Ink rest = new Ink(PALE, 1);
    return draw(frame, width, height, time -> at(line, time) > 0 ? shown : rest);
  }

  /**
   * The curve in given colours.
   *
   * @param colours 0xRRGGBB of each value
   */
  public BufferedImage painted(IntUnaryOperator colours, int width, int height) {
    return draw(
        whole(),
        width,
        height,
        time -> new Ink(colours.applyAsInt(Math.min(length - 1, (int) time)), 1.6));
  }

  /** A map's value at a time, between values linearly. */
  private double at(Tensor map, double time) {
    float[] line = map.values();
    double place = Math.max(0, Math.min(line.length - 1.0, time * line.length / length - 0.5));
    int before = (int) place;
    int after = Math.min(line.length - 1, before + 1);
    return line[before] + (place - before) * (line[after] - line[before]);
  }

  private BufferedImage draw(Frame frame, int width, int height, Look look) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, width, height);
    double lane = (double) height / low.length;
    for (int channel = 0; channel < low.length; channel++) {
      line(g, channel, frame, new Lane(width, channel * lane, lane), look);
    }
    g.dispose();
    return image;
  }

  /** Where a channel is drawn, in pixels. */
  private record Lane(int width, double top, double height) {}

  /** Piece by piece, each no longer than two pixels, so that colours change where they should. */
  private void line(Graphics2D g, int channel, Frame frame, Lane lane, Look look) {
    double pixels = lane.width() / frame.width();
    int pieces = Math.max(1, (int) Math.ceil(pixels / 2));
    double usual = Math.max(THINNEST, lane.width() * THICKNESS);
    int first = Math.max(0, (int) Math.floor(frame.from()) - 1);
    int last = Math.min(length - 2, (int) Math.ceil(frame.to()));
    for (int i = first; i <= last; i++) {
      for (int piece = 0; piece < pieces; piece++) {
        double from = i + (double) piece / pieces;
        double to = i + (piece + 1.0) / pieces;
        Ink ink = look.at((from + to) / 2 + 0.5);
        g.setColor(new Color(ink.rgb()));
        g.setStroke(
            new BasicStroke(
                (float) (usual * ink.thickness()), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(
            new Line2D.Double(
                (from + 0.5 - frame.from()) * pixels,
                y(channel, from, lane),
                (to + 0.5 - frame.from()) * pixels,
                y(channel, to, lane)));
      }
    }
  }

  private double y(int channel, double index, Lane lane) {
    int before = (int) index;
    int after = Math.min(length - 1, before + 1);
    double value =
        values.at(channel, before)
            + (index - before) * (values.at(channel, after) - values.at(channel, before));
    double range = (double) high[channel] - low[channel];
    double share = range == 0 ? 0.5 : (high[channel] - value) / range;
    return lane.top() + lane.height() * (MARGIN + (1 - 2 * MARGIN) * share);
  }
}
