package org.xaistudy.studies;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** What is planted into the images, and into which classes when the artefact model is trained. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
@JsonSubTypes(@JsonSubTypes.Type(value = Artefact.Border.class, name = "border"))
public sealed interface Artefact {
  /** The classes that carry the artefact when the artefact model is trained. */
  List<String> classes();

  /**
   * A black border: the image is padded by {@code width} of its side and resized back.
   *
   * @param width share of the image's side, between 0 and 0.25; the 2023 study's is 10/224
   */
  record Border(double width, List<String> classes) implements Artefact {
    /** Copies the list. */
    public Border {
      classes = List.copyOf(classes);
    }
  }
}
