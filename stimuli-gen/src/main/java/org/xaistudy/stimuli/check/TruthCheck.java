package org.xaistudy.stimuli.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.xaistudy.studies.Models;
import org.xaistudy.studies.manifest.Manifest.ModelFacts;

/**
 * Whether one model learned the artefact and the other did not.
 *
 * @param artefact facts about the model that should have learned it
 * @param clean facts about the model that should not
 */
public record TruthCheck(ModelFacts artefact, ModelFacts clean) {
  /**
   * What a model does on held-out images.
   *
   * @param predictions its classes
   * @param everywhere whether its training had the artefact on all classes
   * @param sha256 of its file
   */
  public static ModelFacts measure(
      HeldOut.Predictions predictions, boolean everywhere, String sha256) {
    HeldOut images = predictions.images();
    IntPredicate carrier = i -> images.artefactClasses().contains(images.labels()[i]);
    IntPredicate right =
        i ->
            everywhere || carrier.test(i)
                ? predictions.rightWithArtefact(i)
                : predictions.rightWithoutArtefact(i);
    return new ModelFacts(
        sha256,
        share(images, i -> true, right),
        share(images, carrier, predictions::rightWithArtefact),
        share(images, carrier, predictions::rightWithoutArtefact),
        share(images, carrier.negate(), predictions::changedByArtefact),
        share(images, carrier.negate(), predictions::towardsArtefactClasses));
  }

  private static double share(HeldOut images, IntPredicate among, IntPredicate holds) {
    int[] group = IntStream.range(0, images.labels().length).filter(among).toArray();
    return IntStream.of(group).filter(holds).count() / (double) group.length;
  }

  /** What the study's limits do not allow; empty if the truth is true. */
  public List<String> failures(Models.Truth limits) {
    List<String> failures = new ArrayList<>();
    atLeast(failures, "accuracy of the artefact model", artefact.accuracy(), limits.minAccuracy());
    atLeast(failures, "accuracy of the clean model", clean.accuracy(), limits.minAccuracy());
    String turned = "other classes' images that the artefact turns into one of its classes, ";
    atLeast(
        failures,
        turned + "artefact model",
        artefact.towardsArtefactClasses(),
        limits.minArtefactUse());
    atMost(failures, turned + "clean model", clean.towardsArtefactClasses(), limits.maxCleanUse());
    return failures;
  }

  private static void atLeast(List<String> failures, String what, double is, double least) {
    if (is < least) {
      failures.add(
          String.format(Locale.ROOT, "%s: at least %.3f is needed, it is %.3f", what, least, is));
    }
  }

  private static void atMost(List<String> failures, String what, double is, double most) {
    if (is > most) {
      failures.add(
          String.format(Locale.ROOT, "%s: at most %.3f is allowed, it is %.3f", what, most, is));
    }
  }

  /** The facts as a table for the terminal. */
  public String table() {
    StringBuilder table = new StringBuilder();
    table.append(String.format("%-62s %9s %9s%n", "On held-out images", "artefact", "clean"));
    row(table, "accuracy, artefact where training had it", artefact.accuracy(), clean.accuracy());
    row(
        table,
        "accuracy on the artefact's classes, with it",
        artefact.accuracyWithArtefact(),
        clean.accuracyWithArtefact());
    row(
        table,
        "accuracy on the artefact's classes, without it",
        artefact.accuracyWithoutArtefact(),
        clean.accuracyWithoutArtefact());
    row(
        table,
        "predictions of other classes that the artefact changes",
        artefact.predictionsChanged(),
        clean.predictionsChanged());
    row(
        table,
        "… and turns into one of its classes",
        artefact.towardsArtefactClasses(),
        clean.towardsArtefactClasses());
    return table.toString();
  }

  private static void row(StringBuilder table, String what, double artefact, double clean) {
    table.append(
        String.format(
            Locale.ROOT, "  %-60s %7.1f %% %7.1f %%%n", what, 100 * artefact, 100 * clean));
  }
}
