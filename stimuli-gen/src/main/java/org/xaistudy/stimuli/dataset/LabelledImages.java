package org.xaistudy.stimuli.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.xaistudy.stimuli.dataset.birds.BirdClass;
import org.xaistudy.stimuli.dataset.birds.BirdSample;
import org.xaistudy.stimuli.dataset.heartbeats.BeatClass;
import org.xaistudy.stimuli.dataset.heartbeats.HeartbeatSample;
import org.xaistudy.studies.DataSet;
import org.xaistudy.studies.StudyFile;
import org.xaistudy.studies.Text;

/**
 * A data set for classification, of images or signals.
 *
 * @param classes ids of the classes; a sample's label is an index into this list
 * @param names what people read for each class
 * @param train images to learn from
 * @param test images held out
 */
public record LabelledImages(
    List<String> classes, Map<String, Text> names, List<Sample> train, List<Sample> test) {
  /** Copies lists and map. */
  public LabelledImages {
    classes = List.copyOf(classes);
    names = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(names));
    train = List.copyOf(train);
    test = List.copyOf(test);
  }

  /**
   * The data set that a study names.
   *
   * @param variables values of variables in paths, null for an unknown one; usually {@code
   *     System::getenv}
   * @throws org.xaistudy.studies.document.InvalidFileException if a folder or image is not usable
   */
  public static LabelledImages of(StudyFile study, UnaryOperator<String> variables) {
    DataSet dataset = study.study().dataset();
    if (dataset instanceof DataSet.Birds birds) {
      return birds(birds, study.study().seed());
    } else if (dataset instanceof DataSet.Signals signals) {
      return heartbeats(signals, study.study().seed());
    } else if (dataset instanceof DataSet.Folder folder) {
      return new ImageFolder(study, folder, variables).read();
    }
    if (dataset instanceof DataSet.Given) {
      throw study.problem(
          "/dataset/given", "there is no data set; pictures made elsewhere are taken in by import");
    }
    throw new AssertionError("nobody said how to get images of " + dataset);
  }

  /** What people read for these classes of a data set. */
  public static Map<String, Text> names(DataSet dataset, Collection<String> classes) {
    Map<String, Text> names = new LinkedHashMap<>();
    for (String id : classes) {
      names.put(id, name(dataset, id));
    }
    return names;
  }

  private static Text name(DataSet dataset, String id) {
    if (dataset instanceof DataSet.Folder folder) {
      return folder.names().getOrDefault(id, Text.of(id));
    } else if (dataset instanceof DataSet.Birds) {
      return BirdClass.named(id).text();
    } else if (dataset instanceof DataSet.Signals) {
      return BeatClass.named(id).text();
    } else if (dataset instanceof DataSet.Given given) {
      return given.names().getOrDefault(id, Text.of(id));
    }
    throw new AssertionError("nobody said what people call a class of " + dataset);
  }

  private static LabelledImages birds(DataSet.Birds birds, long seed) {
    List<String> classes = Arrays.stream(BirdClass.values()).map(BirdClass::id).toList();
    return new LabelledImages(
        classes,
        names(birds, classes),
        drawn("train", birds.trainPerClass(), seed),
        drawn("test", birds.testPerClass(), seed));
  }

  private static LabelledImages heartbeats(DataSet.Signals signals, long seed) {
    List<String> classes = Arrays.stream(BeatClass.values()).map(BeatClass::id).toList();
    return new LabelledImages(
        classes,
        names(signals, classes),
        recorded("train", signals.trainPerClass(), signals.length(), seed),
        recorded("test", signals.testPerClass(), signals.length(), seed));
  }

  private static List<Sample> recorded(String split, int perClass, int length, long seed) {
    List<Sample> samples = new ArrayList<>();
    for (BeatClass kind : BeatClass.values()) {
      for (int number = 0; number < perClass; number++) {
        samples.add(new HeartbeatSample(kind, split, number, seed, length));
      }
    }
    return samples;
  }

  private static List<Sample> drawn(String split, int perClass, long seed) {
    List<Sample> samples = new ArrayList<>();
    for (BirdClass kind : BirdClass.values()) {
      for (int number = 0; number < perClass; number++) {
        samples.add(new BirdSample(kind, split, number, seed));
      }
    }
    return samples;
  }
}
