package org.xaistudy.stimuli.explanation;

import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.function.Function;
import org.xaistudy.stimuli.render.EncodedImage;
import org.xaistudy.stimuli.render.Palette;

/**
 * A picture as it is shown.
 *
 * @param usual in the usual colours
 * @param alternative the same for the colour-blind; empty where colours have no meaning
 */
public record DrawnPicture(EncodedImage usual, Optional<EncodedImage> alternative) {
  /** A picture whose colours have no meaning. */
  public static DrawnPicture plain(BufferedImage image) {
    return new DrawnPicture(EncodedImage.of(image), Optional.empty());
  }

  /** A picture that shows a heat map, in both palettes. */
  public static DrawnPicture coloured(Function<Palette, BufferedImage> drawing) {
    return new DrawnPicture(
        EncodedImage.of(drawing.apply(Palette.RED_BLUE)),
        Optional.of(EncodedImage.of(drawing.apply(Palette.ORANGE_PURPLE))));
  }
}
