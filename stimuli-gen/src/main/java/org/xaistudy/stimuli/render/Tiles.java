package org.xaistudy.stimuli.render;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** Pictures in rows, with transparent gaps. */
public final class Tiles {
  /** The gap between tiles, pixels. */
  public static final int GAP = 6;

  private Tiles() {}

  /**
   * Lays out tiles row by row.
   *
   * @param tiles of one size, at least one
   * @param rows how many rows; the last may be shorter
   */
  public static BufferedImage layOut(List<BufferedImage> tiles, int rows) {
    int width = tiles.get(0).getWidth() + GAP;
    int height = tiles.get(0).getHeight() + GAP;
    int columns = (tiles.size() + rows - 1) / rows;
    BufferedImage sheet =
        new BufferedImage(columns * width - GAP, rows * height - GAP, BufferedImage.TYPE_INT_ARGB);
    Graphics2D g = sheet.createGraphics();
    for (int i = 0; i < tiles.size(); i++) {
      g.drawImage(tiles.get(i), i % columns * width, i / columns * height, null);
    }
    g.dispose();
    return sheet;
  }
}
