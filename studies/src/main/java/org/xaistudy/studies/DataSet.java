package org.xaistudy.studies;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Map;

/** Where the images, or signals, come from. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
@JsonSubTypes({
  @JsonSubTypes.Type(value = DataSet.Birds.class, name = "birds"),
  @JsonSubTypes.Type(value = DataSet.Signals.class, name = "signals"),
  @JsonSubTypes.Type(value = DataSet.Folder.class, name = "folder"),
  @JsonSubTypes.Type(value = DataSet.Given.class, name = "given")
})
public sealed interface DataSet {
  /** The side of the square images that the models see, in pixels; of signals their length. */
  int size();

  /**
   * Drawn birds whose classes differ by parts a person can name.
   *
   * @param size side of the images in pixels
   * @param trainPerClass training images per class
   * @param testPerClass held-out images per class
   */
  record Birds(int size, int trainPerClass, int testPerClass) implements DataSet {}

  /**
   * Drawn heart beats, signals of one channel at 250 values a second, whose classes differ by parts
   * a person can name.
   *
   * @param length values of a signal
   * @param trainPerClass training signals per class
   * @param testPerClass held-out signals per class
   */
  record Signals(int length, int trainPerClass, int testPerClass) implements DataSet {
    @Override
    public int size() {
      return length;
    }
  }

  /**
   * Photographs in folders, one subfolder per class.
   *
   * @param path the folder; relative to the study's own folder, or a variable {@code ${NAME}},
   *     whose value is relative to the working directory
   * @param size side of the images in pixels; other sizes are resized
   * @param train subfolder of {@code path} with training images
   * @param test subfolder of {@code path} with held-out images
   * @param names what people read for a class, by its folder's name
   */
  record Folder(String path, int size, String train, String test, Map<String, Text> names)
      implements DataSet {
    /** No names means: the folders' own. */
    public Folder {
      names = names == null ? Map.of() : Map.copyOf(names);
    }
  }

  /**
   * No data set: pictures that were made elsewhere are imported.
   *
   * @param names what people read for a class
   */
  record Given(Map<String, Text> names) implements DataSet {
    /** No names means: as the table of pictures calls them. */
    public Given {
      names = names == null ? Map.of() : Map.copyOf(names);
    }

    /** Pictures come in the sizes in which they were made. */
    @Override
    public int size() {
      return 0;
    }
  }
}
