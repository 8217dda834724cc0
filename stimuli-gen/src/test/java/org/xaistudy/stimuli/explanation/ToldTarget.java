package org.xaistudy.stimuli.explanation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.xaistudy.stimuli.model.Tensor;
import org.xaistudy.studies.Method;
import org.xaistudy.studies.manifest.Manifest.Look;

/** Explains nothing, but tells as its relevance which class it was to explain: 0.01 a class. */
public final class ToldTarget implements ExplainerKind {
  @Override
  public String name() {
    return "told-target";
  }

  @Override
  public String schema() {
    return "{\"type\": \"object\"}";
  }

  @Override
  public Look look() {
    return Look.CONCEPTS;
  }

  @Override
  public Explainer open(Method method, Task task) {
    return subject -> {
      Explainer.DrawnPanel map = subject.drawn(Tensor.zeros(1, 1));
      return List.of(
          new Explainer.DrawnPanel(
              OptionalDouble.of(subject.target() / 100.0),
              map.pictures(),
              Optional.empty(),
              List.of()));
    };
  }
}
