package org.xaistudy.stimuli.explanation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xaistudy.stimuli.model.Inference;
import org.xaistudy.stimuli.model.Tensor;
import org.xaistudy.studies.Method;
import org.xaistudy.studies.Text;
import org.xaistudy.studies.manifest.Manifest.Look;

/**
 * An example of a plug-in: how much the logit falls when a square of the image is set to the mean
 * colour (Zeiler and Fergus 2014).
 */
public final class Occlusion implements ExplainerKind {
  @Override
  public String name() {
    return "occlusion";
  }

  @Override
  public String schema() {
    return """
    {"type": "object", "additionalProperties": false, "required": ["window"],
     "properties": {"window": {
       "description": "side of the square, pixels", "type": "integer", "minimum": 1}}}
    """;
  }

  @Override
  public Look look() {
    return Look.HEATMAP;
  }

  @Override
  public Optional<Text> reading() {
    return Optional.of(
        new Text(
            Map.of(
                "en", "A square is coloured red if the AI is less sure without it.",
                "de", "Ein Quadrat ist rot, wenn die KI ohne es weniger sicher ist.")));
  }

  @Override
  public Explainer open(Method method, Task task) {
    JsonNode parameters = ((Method.Plugin) method).parameters();
    int window = parameters.get("window").asInt();
    Inference inference = new Inference(task.network());
    return new Explainer() {
      @Override
      public List<DrawnPanel> explain(Subject subject) {
        return List.of(subject.drawn(map(inference, subject, window)));
      }

      @Override
      public void close() {
        inference.close();
      }
    };
  }

  /** (h, w), one value for each square. */
  private static Tensor map(Inference inference, Explainer.Subject subject, int window) {
    int side = subject.input().shape()[1];
    int squares = side / window;
    float whole = inference.logits(subject.batch()).at(0, subject.target());
    Tensor map = Tensor.zeros(squares, squares);
    for (int i = 0; i < squares * squares; i++) {
      Tensor occluded = new Tensor(subject.input().values().clone(), subject.input().shape());
      for (int c = 0; c < 3; c++) {
        for (int y = 0; y < window; y++) {
          int row = (i / squares) * window + y;
          int from = (c * side + row) * side + (i % squares) * window;
          java.util.Arrays.fill(occluded.values(), from, from + window, 0);
        }
      }
      float without = inference.logits(Tensor.stack(List.of(occluded))).at(0, subject.target());
      map.values()[i] = whole - without;
    }
    return map;
  }
}
