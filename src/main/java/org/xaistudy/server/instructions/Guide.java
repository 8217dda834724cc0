package org.xaistudy.server.instructions;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xaistudy.studies.Method;
import org.xaistudy.studies.Text;
import org.xaistudy.studies.manifest.Manifest;
import org.xaistudy.studies.manifest.Manifest.Look;

/**
 * What there is to say about reading a method's explanations.
 *
 * @param look how they look
 * @param notes what is special about them
 * @param own paragraphs that the method brings along; empty for those that the pages know
 */
public record Guide(Look look, Set<Note> notes, List<String> own) {
  /** Something special about heat maps. */
  public enum Note {
    /** Of single points. */
    GRAINY,
    /** Of patches. */
    PATCHES,
    /** Of blurred regions. */
    COARSE,
    /** Nothing speaks against. */
    RECTIFIED
  }

  /** The guide to a method, in a person's language. */
  public static Guide to(Method method, Manifest manifest, String language) {
    Map<String, Manifest.MethodFacts> facts = manifest.methods();
    Optional<Manifest.MethodFacts> known = Optional.ofNullable(facts.get(method.id()));
    Optional<Text> reading = known.flatMap(Manifest.MethodFacts::reading);
    return new Guide(
        known.map(Manifest.MethodFacts::look).orElse(usual(method)),
        notes(method),
        reading.map(text -> List.of(text.in(language).strip().split("\\R{2,}"))).orElse(List.of()));
  }

  /** How a method looks whose manifest does not say it, as before format 3. */
  private static Look usual(Method method) {
    if (method instanceof Method.Crp) {
      return Look.CONCEPTS;
    }
    return method instanceof Method.None ? Look.NONE : Look.HEATMAP;
  }

  private static Set<Note> notes(Method method) {
    if (method instanceof Method.Shap) {
      return Set.of(Note.PATCHES);
    } else if (method instanceof Method.GradCam gradCam) {
      return gradCam.rectified() ? Set.of(Note.COARSE, Note.RECTIFIED) : Set.of(Note.COARSE);
    }
    boolean points = method instanceof Method.Lrp || method instanceof Method.IntegratedGradients;
    return points ? Set.of(Note.GRAINY) : Set.of();
  }

  /** Whether to explain rows of concepts. */
  public boolean concepts() {
    return look == Look.CONCEPTS;
  }

  /** Whether to explain a heat map. */
  public boolean heatmap() {
    return look == Look.HEATMAP;
  }

  /** Whether there is no explanation. */
  public boolean nothing() {
    return look == Look.NONE;
  }

  /** Whether to explain single points. */
  public boolean grainy() {
    return notes.contains(Note.GRAINY);
  }

  /** Whether to explain patches. */
  public boolean patches() {
    return notes.contains(Note.PATCHES);
  }

  /** Whether to explain blurred regions. */
  public boolean coarse() {
    return notes.contains(Note.COARSE);
  }

  /** Whether to explain that nothing speaks against. */
  public boolean rectified() {
    return notes.contains(Note.RECTIFIED);
  }
}
