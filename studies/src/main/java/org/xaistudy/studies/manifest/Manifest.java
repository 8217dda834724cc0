package org.xaistudy.studies.manifest;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.xaistudy.studies.Text;

/**
 * The stimuli of one study: what they show, what is true of them, and their checksums.
 *
 * <p>It holds the ground truth and therefore never leaves the server.
 *
 * @param format version of the file format; {@value #FORMAT}, or an earlier one, whose missing keys
 *     have the values that are given with them
 * @param study id of the study
 * @param studySha256 SHA-256 of {@code study.yaml}, in hexadecimal
 * @param recipeSha256 SHA-256 of all that the images depend on, in hexadecimal; where it is
 *     unchanged, the same images would be made again. Empty if unknown, as in format 1
 * @param generator version of the generator
 * @param seed the study's seed
 * @param classNames what people read for each class
 * @param models facts about the two models
 * @param stimuli what can be shown
 * @param files every image, by its opaque name
 */
public record Manifest(
    int format,
    String study,
    String studySha256,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> recipeSha256,
    String generator,
    long seed,
    Map<String, Text> classNames,
    ModelPair models,
    List<Stimulus> stimuli,
    Map<String, ImageFile> files) {
  /**
   * The version of {@code manifest.json} that this code writes. It reads earlier ones too: 1 had no
   * alternatives and no recipe.
   */
  public static final int FORMAT = 2;

  /** Copies lists and maps, keeping their order. */
  public Manifest {
    recipeSha256 = recipeSha256 == null ? Optional.empty() : recipeSha256;
    classNames = Collections.unmodifiableMap(new LinkedHashMap<>(classNames));
    stimuli = List.copyOf(stimuli);
    files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
  }

  /**
   * The same images for another version of the study, in which only words are different.
   *
   * @param newStudy id of the study
   * @param newStudySha256 SHA-256 of {@code study.yaml}
   * @param newClassNames what people read for each class
   */
  public Manifest relabelled(
      String newStudy, String newStudySha256, Map<String, Text> newClassNames) {
    return new Manifest(
        FORMAT,
        newStudy,
        newStudySha256,
        recipeSha256,
        generator,
        seed,
        newClassNames,
        models,
        stimuli,
        files);
  }

  /** The stimuli for one use, in the manifest's order. */
  public List<Stimulus> stimuli(Use use) {
    return stimuli.stream().filter(stimulus -> stimulus.use() == use).toList();
  }

  /** Which of the two models. */
  public enum Model {
    /** The model that learned the artefact. */
    @JsonProperty("artefact")
    ARTEFACT,
    /** The model that did not. */
    @JsonProperty("clean")
    CLEAN
  }

  /** What a stimulus is for. */
  public enum Use {
    /** Shown in the instructions, with the truth. */
    @JsonProperty("example")
    EXAMPLE,
    /** Shown before the trials that count. */
    @JsonProperty("practice")
    PRACTICE,
    /** Shown in trials. */
    @JsonProperty("trial")
    TRIAL
  }

  /** Facts about both models. */
  public record ModelPair(ModelFacts artefact, ModelFacts clean) {}

  /**
   * What was measured on held-out images; all shares between 0 and 1.
   *
   * @param sha256 SHA-256 of the ONNX file
   * @param accuracy on images of all classes, with the artefact where the model's training had it
   * @param accuracyWithArtefact on images of the artefact's classes, all with the artefact
   * @param accuracyWithoutArtefact on the same images without it
   * @param predictionsChanged share of images of other classes whose prediction the artefact
   *     changes
   * @param towardsArtefactClasses share of those images that the artefact turns into one of its
   *     classes
   */
  public record ModelFacts(
      String sha256,
      double accuracy,
      double accuracyWithArtefact,
      double accuracyWithoutArtefact,
      double predictionsChanged,
      double towardsArtefactClasses) {}

  /**
   * One image, judged by one model, with one explanation per method.
   *
   * @param id opaque id
   * @param use what it is for
   * @param sample the data set's name of the image; the same sample occurs once per model, and a
   *     person must not see it twice
   * @param label the true class
   * @param prediction the model's class
   * @param model which model
   * @param artefactUsed whether this prediction uses the artefact: the truth that people are asked
   *     for
   * @param original file of the image as the model sees it
   * @param explanations per method id
   */
  public record Stimulus(
      String id,
      Use use,
      String sample,
      String label,
      String prediction,
      Model model,
      boolean artefactUsed,
      String original,
      Map<String, Explanation> explanations) {
    /** Copies the map, keeping its order. */
    public Stimulus {
      explanations = Collections.unmodifiableMap(new LinkedHashMap<>(explanations));
    }
  }

  /**
   * What one method shows.
   *
   * @param panels one panel, or one per concept, most relevant first
   */
  public record Explanation(List<Panel> panels) {
    /** Copies the list. */
    public Explanation {
      panels = List.copyOf(panels);
    }
  }

  /**
   * A row of pictures.
   *
   * @param relevance the concept's signed share of relevance, −1 to 1; empty where the panel is no
   *     concept
   * @param pictures side by side
   */
  public record Panel(OptionalDouble relevance, List<Picture> pictures) {
    /** Copies the list. */
    public Panel {
      pictures = List.copyOf(pictures);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Panel of(StoredPanel stored) {
      return stored.panel();
    }

    @JsonValue
    StoredPanel stored() {
      return StoredPanel.of(this);
    }
  }

  /**
   * One picture in two ranges of colours, in the same size.
   *
   * @param usual file of the picture in the usual colours
   * @param alternative file of the picture in colours that the colour-blind can tell apart; the
   *     same file where colours mean nothing
   */
  public record Picture(String usual, String alternative) {
    /** A picture whose colours mean nothing. */
    public Picture(String file) {
      this(file, file);
    }
  }

  /**
   * An image file.
   *
   * @param sha256 SHA-256, in hexadecimal
   * @param bytes size of the file
   * @param width pixels, twice those of the page
   * @param height pixels, twice those of the page
   */
  public record ImageFile(String sha256, long bytes, int width, int height) {
    boolean sameSize(ImageFile other) {
      return width == other.width && height == other.height;
    }
  }
}
