package org.xaistudy.stimuli.concept;

import java.io.IOException;
import java.io.Serializable;

/**
 * Opens model and images where it is called, searches some of the images and closes them again. It
 * travels to other machines, so it says where things are and holds none of them.
 */
@FunctionalInterface
public interface RangeSearch extends Serializable {
  /**
   * Searches a part of the images.
   *
   * @throws IOException if model or images are not there, or are others than those asked about
   */
  References search(References.Question question, References.Range range) throws IOException;
}
