package org.xaistudy.studies.manifest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.xaistudy.studies.manifest.Manifest.Oddity;
import org.xaistudy.studies.manifest.Manifest.Panel;
import org.xaistudy.studies.manifest.Manifest.Picture;

/**
 * A panel as {@code manifest.json} lists it: the usual files, then the alternative ones in the same
 * order.
 *
 * @param relevance absent where the panel is no concept
 * @param channel absent where it is not known
 * @param images the usual files
 * @param alternatives absent in format 1, where every image is its own alternative
 * @param oddities absent where there are none, as in formats before 3
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record StoredPanel(
    OptionalDouble relevance,
    OptionalInt channel,
    List<String> images,
    List<String> alternatives,
    List<Oddity> oddities) {
  StoredPanel {
    oddities = oddities == null ? List.of() : oddities;
    channel = channel == null ? OptionalInt.empty() : channel;
    relevance = relevance == null ? OptionalDouble.empty() : relevance;
    alternatives = alternatives == null ? images : alternatives;
    if (alternatives.size() != images.size()) {
      throw new IllegalArgumentException(
          "expected one alternative per image, %d; found %d"
              .formatted(images.size(), alternatives.size()));
    }
  }

  static StoredPanel of(Panel panel) {
    return new StoredPanel(
        panel.relevance(),
        panel.channel(),
        panel.pictures().stream().map(Picture::usual).toList(),
        panel.pictures().stream().map(Picture::alternative).toList(),
        panel.oddities());
  }

  Panel panel() {
    return new Panel(
        relevance,
        channel,
        IntStream.range(0, images.size())
            .mapToObj(i -> new Picture(images.get(i), alternatives.get(i)))
            .toList(),
        oddities);
  }
}
