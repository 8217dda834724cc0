package org.xaistudy.stimuli.explanation;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.xaistudy.stimuli.model.ReceptiveField;
import org.xaistudy.stimuli.model.Tensor;
import org.xaistudy.stimuli.render.HeatMap;
import org.xaistudy.stimuli.render.MaskedImage;
import org.xaistudy.stimuli.render.Palette;
import org.xaistudy.stimuli.render.Tiles;

/** A square image, drawn as large as it is needed. */
public final class DrawnImage implements Depiction {
  /** Side of a tile, pixels. */
  static final int TILE = 176;

  /** As high as two rows of tiles. */
  private static final int LOCALISED = 2 * (TILE + Tiles.GAP) - Tiles.GAP;

  private final IntFunction<BufferedImage> drawn;
  private final Map<Integer, BufferedImage> bySide = new ConcurrentHashMap<>();

  /**
   * An image.
   *
   * @param drawn draws it with the side asked for, in pixels
   */
  public DrawnImage(IntFunction<BufferedImage> drawn) {
    this.drawn = drawn;
  }

  private BufferedImage image(int side) {
    return bySide.computeIfAbsent(side, drawn::apply);
  }

  @Override
  public BufferedImage whole() {
    return image(Explainer.SIDE);
  }

  @Override
  public Function<Palette, BufferedImage> heatMap(Tensor map) {
    return new HeatMap(map, Explainer.SIDE)::in;
  }

  @Override
  public Function<Palette, BufferedImage> localised(Tensor heatmap, Tensor margin) {
    HeatMap map = new HeatMap(heatmap, LOCALISED);
    BufferedImage masked = MaskedImage.draw(image(LOCALISED), margin);
    return palette -> Tiles.layOut(List.of(map.in(palette), masked), 1);
  }

  @Override
  public Detail detail(ReceptiveField field, int row, int column, Tensor margin) {
    int size = margin.shape()[1];
    Square part = Square.around(field.of(row, column, size, size), size);
    // Drawn as large as makes the part fill the tile.
    int side = Math.round((float) TILE * size / part.side());
    int x = Math.min(side - TILE, Math.round((float) part.x() * side / size));
    int y = Math.min(side - TILE, Math.round((float) part.y() * side / size));
    BufferedImage image = drawn.apply(side).getSubimage(x, y, TILE, TILE);
    Tensor inside = part.of(margin);
    return new Detail(MaskedImage.draw(image, inside), Depiction.isEmpty(inside));
  }

  /** A square part of an image, in its pixels. */
  private record Square(int x, int y, int side) {
    /** The smallest square inside the image that holds an area. */
    static Square around(ReceptiveField.Area area, int size) {
      int side = Math.max(area.width(), area.height());
      int x = Math.max(0, Math.min(size - side, area.x() + (area.width() - side) / 2));
      int y = Math.max(0, Math.min(size - side, area.y() + (area.height() - side) / 2));
      return new Square(x, y, side);
    }

    /** This part of a map (1, H, W). */
    Tensor of(Tensor map) {
      int width = map.shape()[2];
      Tensor part = Tensor.zeros(1, side, side);
      for (int row = 0; row < side; row++) {
        System.arraycopy(map.values(), (y + row) * width + x, part.values(), row * side, side);
      }
      return part;
    }
  }
}
