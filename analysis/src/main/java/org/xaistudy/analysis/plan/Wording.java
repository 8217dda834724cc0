package org.xaistudy.analysis.plan;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.xaistudy.analysis.words.Words;
import org.xaistudy.studies.Arm;
import org.xaistudy.studies.Method;
import org.xaistudy.studies.Study;
import org.xaistudy.studies.Text;

/**
 * How people read of the study and its methods.
 *
 * @param question what the study asks, in a sentence; empty where nobody said
 * @param design how people were allotted, in half a sentence; empty where nobody said
 * @param asked what people were asked
 * @param names of methods that are known by another name than their id
 * @param words the language of all this
 * @param otherwise code of the study's own language, which its texts are in where they are not in
 *     that of the words; empty where nobody said
 */
public record Wording(
    String question,
    String design,
    Asked asked,
    Map<String, String> names,
    Words words,
    String otherwise) {
  /** Where there is no study: ids stand for themselves. */
  public static final Wording NONE = none(Words.ENGLISH);

  private record Known(Class<? extends Method> kind, String id, String name) {}

  /** Copies the map. */
  public Wording {
    names = Map.copyOf(names);
  }

  /** In English. */
  public Wording(String question, String design, Asked asked, Map<String, String> names) {
    this(question, design, asked, names, Words.ENGLISH, "");
  }

  /** Where there is no study. */
  public static Wording none(Words words) {
    return new Wording("", "", Asked.YES_OR_NO, Map.of(), words, "");
  }

  /** The words of a study in English. */
  public static Wording of(Study study) {
    return of(study, Words.ENGLISH);
  }

  /**
   * The words of a study. A method that was given an id of its own keeps it: there may be two of
   * that kind.
   */
  public static Wording of(Study study, Words words) {
    Map<String, String> names =
        known(words).stream()
            .filter(
                known ->
                    study.methods().stream()
                        .anyMatch(one -> known.kind.isInstance(one) && known.id.equals(one.id())))
            .collect(Collectors.toMap(Known::id, Known::name, (one, same) -> one, TreeMap::new));
    for (Arm arm : study.isWithin() ? study.arms() : List.<Arm>of()) {
      names.put(
          arm.id(),
          arm.methods().stream()
              .map(method -> names.getOrDefault(method, method))
              .collect(Collectors.joining(" → ")));
    }
    String otherwise = study.languages().get(0);
    String design = design(study, names, words);
    return new Wording(
        read(study.title(), words, otherwise), design, Asked.of(study), names, words, otherwise);
  }

  private static List<Known> known(Words words) {
    return List.of(
        new Known(Method.Crp.class, "crp", "CRP"),
        new Known(Method.Lrp.class, "lrp", "LRP"),
        new Known(Method.IntegratedGradients.class, "ig", "Integrated Gradients"),
        new Known(Method.Shap.class, "shap", "SHAP"),
        new Known(Method.GradCam.class, "gradcam", "Grad-CAM"),
        new Known(Method.None.class, "none", words.text("method.none")));
  }

  private static String design(Study study, Map<String, String> names, Words words) {
    int people = study.design().participantsPerArm();
    return study.isWithin()
        ? words.text(
            "design.within",
            people,
            study.arms().size(),
            study.methods().size(),
            judgements(study, words))
        : words.text("design", people, more(study, names, words), judgements(study, words));
  }

  private static String more(Study study, Map<String, String> names, Words words) {
    Map<String, Integer> allocation = new TreeMap<>(study.design().allocation());
    allocation.values().removeIf(ratio -> ratio == 1);
    return allocation.entrySet().stream()
        .map(
            arm ->
                words.text(
                    "design.more", arm.getValue(), names.getOrDefault(arm.getKey(), arm.getKey())))
        .collect(Collectors.joining());
  }

  private static String judgements(Study study, Words words) {
    Study.Design design = study.design();
    boolean drawn = design.split() == Study.Split.DRAWN;
    return switch (study.task()) {
      case ARTEFACT_USE ->
          words.text(drawn ? "design.judgements.drawn" : "design.judgements", design.yesTrials());
      case RECOMMENDATION ->
          words.text(drawn ? "design.ratings.drawn" : "design.ratings", design.yesTrials());
      case CORRECTNESS -> words.text("design.correctness", design.yesTrials(), design.noTrials());
      case DISTINCTION ->
          words.text(
              "design.distinction",
              design.candidates().orElseThrow(),
              design.yesTrials(),
              design.noTrials());
      case FORWARD_SIMULATION ->
          words.text(
              "design.forward-simulation",
              design.trainingTrials(),
              design.count(),
              design.trialsPerClass().orElse(0),
              design.classes().size(),
              design.sessions());
    };
  }

  /** What people call a method. */
  public String name(String method) {
    return names.getOrDefault(method, method);
  }

  /** A text of the study: in the language of the words if it has that, else in the study's own. */
  public String read(Text text) {
    return read(text, words, otherwise);
  }

  private static String read(Text text, Words words, String otherwise) {
    return text.in(text.speaks(words.language()) ? words.language() : otherwise);
  }
}
