package org.xaistudy.stimuli.explanation;

import java.util.Optional;
import java.util.function.IntConsumer;
import org.xaistudy.stimuli.model.Network;
import org.xaistudy.studies.Method;
import org.xaistudy.studies.Text;
import org.xaistudy.studies.manifest.Manifest.Look;

/**
 * A kind of explanation. All are found by {@link java.util.ServiceLoader}: those that come with the
 * generator, and any in jars that {@code --plugins} names. A plug-in lists its class in {@code
 * META-INF/services/org.xaistudy.stimuli.explanation.ExplainerKind} and is asked for in {@code
 * study.yaml} as {@code plugin: {name: …, parameters: {…}}}.
 */
public interface ExplainerKind {
  /** Its name in {@code study.yaml}: lower-case letters, digits, hyphens. */
  String name();

  /**
   * A JSON Schema (draft 2020-12) of the parameters, with a description for each. The parameters of
   * the kinds that come with the generator are in the study's own schema.
   */
  default String schema() {
    return "{\"type\": \"object\", \"additionalProperties\": false}";
  }

  /** How its explanations look. */
  Look look();

  /**
   * How to read its explanations, in words for participants, in every language that studies with it
   * may have; empty where the pages have words of their own.
   */
  default Optional<Text> reading() {
    return Optional.empty();
  }

  /** Whether {@link #open} goes through all images of the pool, and tells how far it is. */
  default boolean searchesPool() {
    return false;
  }

  /** Prepares it for one model, in the thread in which it will be used and closed. */
  Explainer open(Method method, Task task);

  /**
   * What is to be explained.
   *
   * @param network the model
   * @param pool the images that it was trained on
   * @param seed of whatever is drawn by chance, the same for both models
   * @param progress told how many images of the pool are done, by those that search it
   */
  record Task(Network network, ReferencePool pool, long seed, IntConsumer progress) {}
}
