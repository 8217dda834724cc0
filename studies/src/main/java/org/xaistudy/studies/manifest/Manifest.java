package org.xaistudy.studies.manifest;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
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
 * @param models facts about the two models; empty where pictures were made elsewhere, and in tasks
 *     that compare none
 * @param model facts about the one model of a task that compares none; empty where pictures were
 *     made elsewhere
 * @param methods what is to be known of each method, by its id; empty in formats before 3
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
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<ModelPair> models,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<SingleModel> model,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, MethodFacts> methods,
    List<Stimulus> stimuli,
    Map<String, ImageFile> files) {
  /**
   * The version of {@code manifest.json} that this code writes. It reads earlier ones too: 1 had no
   * alternatives and no recipe, 2 nothing about methods and counts, 3 no task but the use of an
   * artefact.
   */
  public static final int FORMAT = 4;

  /** Copies lists and maps, keeping their order. */
  public Manifest {
    recipeSha256 = recipeSha256 == null ? Optional.empty() : recipeSha256;
    classNames = Collections.unmodifiableMap(new LinkedHashMap<>(classNames));
    models = models == null ? Optional.empty() : models;
    model = model == null ? Optional.empty() : model;
    methods =
        methods == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(methods));
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
        model,
        methods,
        stimuli,
        files);
  }

  /** What people read for a class of this bundle. */
  public Text className(String id) {
    return requireNonNull(classNames.get(id), id);
  }

  /** What is known of an image file of this bundle. */
  public ImageFile file(String name) {
    return requireNonNull(files.get(name), name);
  }

  /** The stimuli for one use, in the manifest's order. */
  public List<Stimulus> stimuli(Use use) {
    return stimuli.stream().filter(stimulus -> stimulus.use() == use).toList();
  }

  /** Which of the two models, or the one. */
  public enum Model {
    /** The model that learned the artefact. */
    @JsonProperty("artefact")
    ARTEFACT,
    /** The model that did not. */
    @JsonProperty("clean")
    CLEAN,
    /** The one model of a task that compares none. */
    @JsonProperty("single")
    SINGLE;

    /** How it is written in files and in the database. */
    public String written() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What a stimulus is for. */
  public enum Use {
    /** Shown in the instructions, with the truth. */
    @JsonProperty("example")
    EXAMPLE,
    /** Shown before the trials that count. */
    @JsonProperty("practice")
    PRACTICE,
    /** Shown with its explanation, to learn from what the model says. */
    @JsonProperty("training")
    TRAINING,
    /** Shown in trials. */
    @JsonProperty("trial")
    TRIAL
  }

  /**
   * What was measured of the one model on held-out images.
   *
   * @param sha256 SHA-256 of the ONNX file
   * @param accuracy share of these images that it recognises, 0 to 1
   * @param images how many there were
   */
  public record SingleModel(String sha256, double accuracy, int images) {}

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
   * @param towardsOtherClasses share of those images that the artefact turns into a class that is
   *     neither its own nor one of the artefact's; empty in formats before 3
   * @param counts of how many images these are shares; empty in formats before 3
   */
  public record ModelFacts(
      String sha256,
      double accuracy,
      double accuracyWithArtefact,
      double accuracyWithoutArtefact,
      double predictionsChanged,
      double towardsArtefactClasses,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) OptionalDouble towardsOtherClasses,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<Counts> counts) {
    /** Fills in what earlier formats lack. */
    public ModelFacts {
      towardsOtherClasses =
          towardsOtherClasses == null ? OptionalDouble.empty() : towardsOtherClasses;
      counts = counts == null ? Optional.empty() : counts;
    }

    /** Facts without counts, as in formats before 3. */
    public ModelFacts(
        String sha256,
        double accuracy,
        double accuracyWithArtefact,
        double accuracyWithoutArtefact,
        double predictionsChanged,
        double towardsArtefactClasses) {
      this(
          sha256,
          accuracy,
          accuracyWithArtefact,
          accuracyWithoutArtefact,
          predictionsChanged,
          towardsArtefactClasses,
          OptionalDouble.empty(),
          Optional.empty());
    }
  }

  /**
   * How many held-out images there were.
   *
   * @param images all
   * @param ofArtefactClasses those of the classes that carried the artefact in training
   * @param ofOtherClasses the others
   */
  public record Counts(int images, int ofArtefactClasses, int ofOtherClasses) {}

  /** How the explanations of a method look. */
  public enum Look {
    /** A heat map. */
    @JsonProperty("heatmap")
    HEATMAP,
    /** Rows of concepts. */
    @JsonProperty("concepts")
    CONCEPTS,
    /** Pictures of any kind, whose colours mean what the method says. */
    @JsonProperty("picture")
    PICTURE,
    /** Nothing: the control arm. */
    @JsonProperty("none")
    NONE
  }

  /**
   * What is to be known of a method.
   *
   * @param look how its explanations look
   * @param reading how to read them, in words for participants; empty for those of the built-in
   *     methods, whose words the pages have
   * @param reader what an ideal reader could tell from them; empty where there are no maps, or no
   *     two models
   * @param guesser how often somebody is right who chooses by colour alone; empty where there are
   *     no maps, or nothing to choose from
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record MethodFacts(
      Look look,
      Optional<Text> reading,
      Optional<IdealReader> reader,
      Optional<ColourGuesser> guesser) {
    /** Fills in what was left out. */
    public MethodFacts {
      reading = reading == null ? Optional.empty() : reading;
      reader = reader == null ? Optional.empty() : reader;
      guesser = guesser == null ? Optional.empty() : guesser;
    }

    /** Where there is nothing to choose from. */
    public MethodFacts(Look look, Optional<Text> reading, Optional<IdealReader> reader) {
      this(look, reading, reader, Optional.empty());
    }
  }

  /**
   * How often somebody is right who never looks where a map is coloured: of several explanations of
   * one image they choose that with the most of something. The share of one in {@code candidates}
   * tells nothing. Where several have as much, it counts as a draw among them.
   *
   * @param decisions how many decisions were measured
   * @param candidates from how many explanations each time
   * @param bySign share that are right by the sum of a map over the sum of its absolute values: the
   *     most for and the least against
   * @param byBrightness by the mean absolute value over the largest: the most that is coloured
   */
  public record ColourGuesser(int decisions, int candidates, double bySign, double byBrightness) {
    /** The 97.5 % quantile of the normal distribution. */
    private static final double Z = 1.959963984540054;

    /** Whether the overall colour gives the right explanation away. */
    public boolean signTells() {
      return tells(bySign);
    }

    /** Whether the amount of colour gives the right explanation away. */
    public boolean brightnessTells() {
      return tells(byBrightness);
    }

    /** What can be had by chance, 0 to 1. */
    public double chance() {
      return 1.0 / candidates;
    }

    /** Further above chance than chance itself comes in 97.5 % of such samples. */
    private boolean tells(double share) {
      return share - chance() > Z * Math.sqrt(chance() * (1 - chance()) / decisions);
    }
  }

  /**
   * What somebody could tell from a method's maps who measured them exactly. Mass is the share of
   * absolute relevance inside the artefact's mask; lift is mass over the mask's area. An area under
   * the ROC curve is the probability that a map of the artefact model has more of something than
   * one of the clean model; ½ tells nothing, and below ½ the clean model has more of it.
   *
   * @param decisions how many explained decisions were measured, of both models
   * @param area share of the image that is the artefact's
   * @param artefactMass mean mass in the artefact model's maps
   * @param artefactLift mean lift in the artefact model's maps
   * @param cleanMass mean mass in the clean model's maps
   * @param cleanLift mean lift in the clean model's maps
   * @param aucOfMass telling the models apart by mass: what an ideal reader could get
   * @param aucOfSign by the sum of a map over the sum of its absolute values: by its colour
   * @param aucOfBrightness by the mean absolute value over the largest: by how much is coloured
   */
  public record IdealReader(
      int decisions,
      double area,
      double artefactMass,
      double artefactLift,
      double cleanMass,
      double cleanLift,
      double aucOfMass,
      double aucOfSign,
      double aucOfBrightness) {
    /** Whether the overall colour tells the models apart better than the place does. */
    public boolean signTellsMore() {
      return telling(aucOfSign) > telling(aucOfMass);
    }

    /** Whether the amount of colour tells the models apart better than the place does. */
    public boolean brightnessTellsMore() {
      return telling(aucOfBrightness) > telling(aucOfMass);
    }

    private static double telling(double auc) {
      return Math.max(auc, 1 - auc);
    }
  }

  /** What is odd about a concept that is shown. */
  public enum Oddity {
    /** Nothing of the image is inside its mask. */
    @JsonProperty("empty-mask")
    EMPTY_MASK,
    /** In half of its reference images or more nothing is inside its mask. */
    @JsonProperty("empty-references")
    EMPTY_REFERENCES
  }

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
   * @param truth whether yes is the right answer to what people are asked: the artefact is used, or
   *     the prediction is right
   * @param original file of the image as the model sees it
   * @param explanations of the model's class, per method id
   * @param others of classes that the model did not say, by class and method id, in the order in
   *     which they stand around that of the model's class; empty where people see that one alone
   */
  public record Stimulus(
      String id,
      Use use,
      String sample,
      String label,
      String prediction,
      Model model,
      @JsonAlias("artefactUsed") Boolean truth,
      String original,
      Map<String, Explanation> explanations,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Map<String, Explanation>> others) {
    /** Copies the map, keeping its order. */
    public Stimulus {
      if (truth == null) {
        throw new IllegalArgumentException("the key 'truth' is missing here: true or false");
      }
      explanations = Collections.unmodifiableMap(new LinkedHashMap<>(explanations));
      others = others == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(others));
    }

    /** Explained for the model's class alone. */
    public Stimulus(
        String id,
        Use use,
        String sample,
        String label,
        String prediction,
        Model model,
        Boolean truth,
        String original,
        Map<String, Explanation> explanations) {
      this(id, use, sample, label, prediction, model, truth, original, explanations, Map.of());
    }

    /**
     * What a method shows of several classes.
     *
     * @param place where that of the model's class stands, from 0 to the number of the others
     */
    public List<Explanation> candidates(String method, int place) {
      List<Explanation> candidates = new ArrayList<>();
      others.values().forEach(byMethod -> candidates.add(requireNonNull(byMethod.get(method))));
      candidates.add(place, explanation(method));
      return candidates;
    }

    /** What a method of this bundle shows. */
    public Explanation explanation(String method) {
      return requireNonNull(explanations.get(method), method);
    }
  }

  /**
   * What one method shows.
   *
   * @param panels one panel, or one per concept, most relevant first; none in the control arm
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
   * @param channel the concept's channel in its layer, by which it can be named; empty where the
   *     panel is no concept, or one of a bundle from before this was kept
   * @param pictures side by side
   * @param oddities what is odd about it, for the researcher
   */
  public record Panel(
      OptionalDouble relevance,
      OptionalInt channel,
      List<Picture> pictures,
      List<Oddity> oddities) {
    /** Copies the lists. */
    public Panel {
      pictures = List.copyOf(pictures);
      oddities = List.copyOf(oddities);
    }

    /** A row about which nothing is odd. */
    public Panel(OptionalDouble relevance, List<Picture> pictures) {
      this(relevance, OptionalInt.empty(), pictures, List.of());
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
