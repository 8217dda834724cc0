package org.xaistudy.studies;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is planted into the images or signals, and into which classes when the artefact model is
 * trained.
 *
 * <p>A new kind is a record here with its keys in the schema, its words in {@code
 * task_<language>.properties} beside this class, and how it is drawn in the generator's package
 * {@code artefact}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
@JsonSubTypes({
  @JsonSubTypes.Type(value = Artefact.Border.class, name = "border"),
  @JsonSubTypes.Type(value = Artefact.Patch.class, name = "patch"),
  @JsonSubTypes.Type(value = Artefact.Watermark.class, name = "watermark"),
  @JsonSubTypes.Type(value = Artefact.Tag.class, name = "tag"),
  @JsonSubTypes.Type(value = Artefact.Tint.class, name = "tint"),
  @JsonSubTypes.Type(value = Artefact.Hum.class, name = "hum"),
  @JsonSubTypes.Type(value = Artefact.Given.class, name = "given")
})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public sealed interface Artefact {
  /** The classes that carry the artefact when the artefact model is trained. */
  List<String> classes();

  /** Which share of these classes' training images carries it, above 0; 1 if empty. */
  Optional<Double> share();

  /** Sentences that are said instead of the artefact's own, by their name. */
  Map<String, Text> words();

  /** Its key in study.yaml. */
  default String kind() {
    for (JsonSubTypes.Type type : Artefact.class.getAnnotation(JsonSubTypes.class).value()) {
      if (type.value() == getClass()) {
        return type.name();
      }
    }
    throw new IllegalStateException("no key for " + getClass());
  }

  /** Where something is in an image. */
  enum Place {
    @JsonProperty("top-left")
    TOP_LEFT,
    @JsonProperty("top-right")
    TOP_RIGHT,
    @JsonProperty("bottom-left")
    BOTTOM_LEFT,
    @JsonProperty("bottom-right")
    BOTTOM_RIGHT,
    @JsonProperty("centre")
    CENTRE
  }

  /**
   * A black border: the image is padded by {@code width} of its side and resized back.
   *
   * @param width share of the image's side, between 0 and 0.25; the 2023 study's is 10/224
   */
  record Border(double width, List<String> classes, Optional<Double> share, Map<String, Text> words)
      implements Artefact {
    /** Copies the list and fills in what was left out. */
    public Border {
      classes = List.copyOf(classes);
      share = share == null ? Optional.empty() : share;
      words = words == null ? Map.of() : Map.copyOf(words);
    }
  }

  /**
   * A square: of one colour, or a picture.
   *
   * @param colour such as {@code #ff0000}; empty if there is a picture
   * @param picture an image file; relative to the study's own folder, or a variable {@code ${NAME}}
   * @param place where
   * @param size side of the square as a share of the image's
   */
  record Patch(
      Optional<String> colour,
      Optional<String> picture,
      Place place,
      double size,
      List<String> classes,
      Optional<Double> share,
      Map<String, Text> words)
      implements Artefact {
    /** Copies the list and fills in what was left out. */
    public Patch {
      colour = colour == null ? Optional.empty() : colour;
      picture = picture == null ? Optional.empty() : picture;
      classes = List.copyOf(classes);
      share = share == null ? Optional.empty() : share;
      words = words == null ? Map.of() : Map.copyOf(words);
    }
  }

  /**
   * A text across the middle, white with a dark outline.
   *
   * @param text what it says
   * @param opacity from 0, invisible, to 1
   */
  record Watermark(
      String text,
      double opacity,
      List<String> classes,
      Optional<Double> share,
      Map<String, Text> words)
      implements Artefact {
    /** Copies the list and fills in what was left out. */
    public Watermark {
      classes = List.copyOf(classes);
      share = share == null ? Optional.empty() : share;
      words = words == null ? Map.of() : Map.copyOf(words);
    }
  }

  /**
   * A coloured label across a corner.
   *
   * @param colour such as {@code #ff0000}
   * @param place one of the corners
   * @param size how much of the image's sides it covers
   */
  record Tag(
      String colour,
      Place place,
      double size,
      List<String> classes,
      Optional<Double> share,
      Map<String, Text> words)
      implements Artefact {
    /** Copies the list and fills in what was left out. */
    public Tag {
      classes = List.copyOf(classes);
      share = share == null ? Optional.empty() : share;
      words = words == null ? Map.of() : Map.copyOf(words);
    }
  }

  /**
   * A colour over the whole image.
   *
   * @param colour such as {@code #ff0000}
   * @param opacity how much of it, from 0 to 1
   */
  record Tint(
      String colour,
      double opacity,
      List<String> classes,
      Optional<Double> share,
      Map<String, Text> words)
      implements Artefact {
    /** Copies the list and fills in what was left out. */
    public Tint {
      classes = List.copyOf(classes);
      share = share == null ? Optional.empty() : share;
      words = words == null ? Map.of() : Map.copyOf(words);
    }
  }

  /**
   * Mains hum in a signal, as cables pick it up: a sine is added to all of it or to a stretch.
   *
   * @param frequency hertz
   * @param amplitude in the signal's unit, of heart beats millivolts
   * @param from where it begins, as a share of the signal's length; 0 if empty
   * @param to where it ends, as a share of the signal's length; 1 if empty
   */
  record Hum(
      double frequency,
      double amplitude,
      Optional<Double> from,
      Optional<Double> to,
      List<String> classes,
      Optional<Double> share,
      Map<String, Text> words)
      implements Artefact {
    /** Copies the list and fills in what was left out. */
    public Hum {
      from = from == null ? Optional.empty() : from;
      to = to == null ? Optional.empty() : to;
      classes = List.copyOf(classes);
      share = share == null ? Optional.empty() : share;
      words = words == null ? Map.of() : Map.copyOf(words);
    }
  }

  /** Something that pictures which were made elsewhere have; {@code words} say what. */
  record Given(Map<String, Text> words) implements Artefact {
    /** Copies the map. */
    public Given {
      words = words == null ? Map.of() : Map.copyOf(words);
    }

    @Override
    public List<String> classes() {
      return List.of();
    }

    @Override
    public Optional<Double> share() {
      return Optional.empty();
    }
  }
}
