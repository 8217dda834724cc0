package org.xaistudy.analysis.plan;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.xaistudy.studies.Method;
import org.xaistudy.studies.Study;

/**
 * How people read of the study and its methods.
 *
 * @param question what the study asks, in a sentence; empty where nobody said
 * @param design how people were allotted, in half a sentence; empty where nobody said
 * @param asked what people were asked
 * @param names of methods that are known by another name than their id
 */
public record Wording(String question, String design, Asked asked, Map<String, String> names) {
  /** Where there is no study: ids stand for themselves. */
  public static final Wording NONE = new Wording("", "", Asked.YES_OR_NO, Map.of());

  private static final List<Known> KNOWN =
      List.of(
          new Known(Method.Crp.class, "crp", "CRP"),
          new Known(Method.Lrp.class, "lrp", "LRP"),
          new Known(Method.IntegratedGradients.class, "ig", "Integrated Gradients"),
          new Known(Method.Shap.class, "shap", "SHAP"),
          new Known(Method.GradCam.class, "gradcam", "Grad-CAM"),
          new Known(Method.None.class, "none", "no explanation"));

  private record Known(Class<? extends Method> kind, String id, String name) {}

  /** Copies the map. */
  public Wording {
    names = Map.copyOf(names);
  }

  /**
   * The words of a study. A method that was given an id of its own keeps it: there may be two of
   * that kind.
   */
  public static Wording of(Study study) {
    Map<String, String> names =
        KNOWN.stream()
            .filter(
                known ->
                    study.methods().stream()
                        .anyMatch(one -> known.kind.isInstance(one) && known.id.equals(one.id())))
            .collect(Collectors.toMap(Known::id, Known::name));
    String design =
        "%,d participants per method planned%s, allotted by chance in balanced blocks; %s a person"
            .formatted(study.design().participantsPerArm(), more(study, names), judgements(study));
    return new Wording(study.title().in("en"), design, Asked.of(study), names);
  }

  private static String more(Study study, Map<String, String> names) {
    Map<String, Integer> allocation = new TreeMap<>(study.design().allocation());
    allocation.values().removeIf(ratio -> ratio == 1);
    return allocation.entrySet().stream()
        .map(
            arm ->
                ", %d times as many with %s"
                    .formatted(arm.getValue(), names.getOrDefault(arm.getKey(), arm.getKey())))
        .collect(Collectors.joining());
  }

  private static String judgements(Study study) {
    Study.Design design = study.design();
    return switch (study.task()) {
      case ARTEFACT_USE -> ofEachModel("judgements", design);
      case RECOMMENDATION -> ofEachModel("ratings", design);
      case CORRECTNESS ->
          "%d judgements of right predictions and %d of wrong ones"
              .formatted(design.yesTrials(), design.noTrials());
      case DISTINCTION ->
          "%d explanations to choose from for each of %d right predictions and %d wrong ones"
              .formatted(design.candidates().orElseThrow(), design.yesTrials(), design.noTrials());
      case FORWARD_SIMULATION ->
          "%d predictions to learn from and %d to foretell, %d of each of %d classes, in %d session%s"
              .formatted(
                  design.trainingTrials(),
                  design.count(),
                  design.trialsPerClass().orElse(0),
                  design.classes().size(),
                  design.sessions(),
                  design.sessions() == 1 ? "" : "s");
    };
  }

  private static String ofEachModel(String what, Study.Design design) {
    return "%s%d %s of each model"
        .formatted(
            design.split() == Study.Split.DRAWN ? "on average " : "", design.yesTrials(), what);
  }

  /** What people call a method. */
  public String name(String method) {
    return names.getOrDefault(method, method);
  }
}
