package org.xaistudy.stimuli.explanation;

import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.function.Function;
import org.xaistudy.stimuli.render.Palette;

/**
 * A picture as it is shown.
 *
 * @param usual in the usual colours
 * @param alternative the same for the colour-blind; empty where colours have no meaning
 */
public record Picture(BufferedImage usual, Optional<BufferedImage> alternative) {
  /** A picture whose colours have no meaning. */
  static Picture plain(BufferedImage image) {
    return new Picture(image, Optional.empty());
  }

  /** A picture that shows a heat map, in both palettes. */
  static Picture coloured(Function<Palette, BufferedImage> drawing) {
    return new Picture(
        drawing.apply(Palette.BLUE_RED), Optional.of(drawing.apply(Palette.PURPLE_ORANGE)));
  }
}
