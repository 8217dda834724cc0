package org.xaistudy.stimuli.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.xaistudy.studies.Models;
import org.xaistudy.studies.manifest.Manifest.Counts;
import org.xaistudy.studies.manifest.Manifest.ModelFacts;

/**
 * Whether one model learned the artefact and the other did not.
 *
 * <p>An artefact that covers a part of an image turns some predictions by disturbing alone. These
 * go into any class; so an image that is turned into one of the artefact's classes counts as use
 * only beyond what chance would put there: the share turned into other classes, times the
 * artefact's classes over the other classes that an image can be turned into.
 *
 * @param artefact facts about the model that should have learned it
 * @param clean facts about the model that should not
 * @param classes of the data set
 * @param artefactClasses how many of these carried the artefact in training
 */
public record TruthCheck(ModelFacts artefact, ModelFacts clean, int classes, int artefactClasses) {
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
            (everywhere || carrier.test(i))
                ? predictions.rightWithArtefact(i)
                : predictions.rightWithoutArtefact(i);
    int all = images.labels().length;
    int carriers = (int) IntStream.range(0, all).filter(carrier).count();
    return new ModelFacts(
        sha256,
        share(images, i -> true, right),
        share(images, carrier, predictions::rightWithArtefact),
        share(images, carrier, predictions::rightWithoutArtefact),
        share(images, carrier.negate(), predictions::changedByArtefact),
        share(images, carrier.negate(), predictions::towardsArtefactClasses),
        OptionalDouble.of(share(images, carrier.negate(), predictions::towardsOtherClasses)),
        Optional.of(new Counts(all, carriers, all - carriers)));
  }

  private static double share(HeldOut images, IntPredicate among, IntPredicate holds) {
    int[] group = IntStream.range(0, images.labels().length).filter(among).toArray();
    return IntStream.of(group).filter(holds).count() / (double) group.length;
  }

  /** The use of the artefact by a model: see above; from 0 to 1. */
  public double use(ModelFacts facts) {
    return Math.max(0, facts.towardsArtefactClasses() - disturbance(facts));
  }

  private double disturbance(ModelFacts facts) {
    int others = classes - artefactClasses - 1; // but for the image's own
    return others <= 0
        ? 0
        : facts.towardsOtherClasses().orElse(0) * artefactClasses / (double) others;
  }

  /** What the study's limits do not allow, and what to change; empty if the truth is true. */
  public List<String> failures(Models.Truth limits) {
    List<String> failures = new ArrayList<>();
    least(
        failures,
        "accuracy of the artefact model",
        accuracy(artefact),
        limits.minAccuracy(),
        "more epochs or images to learn from");
    least(
        failures,
        "accuracy of the clean model",
        accuracy(clean),
        limits.minAccuracy(),
        "more epochs or images to learn from"
            + (clean.accuracyWithArtefact() + 0.05 < clean.accuracyWithoutArtefact()
                ? ", or an artefact that hides less of the image"
                : ""));
    String turned =
        "other classes' images that the artefact turns into one of its classes beyond what it turns"
            + " by disturbing, ";
    least(
        failures,
        turned + "artefact model",
        others(artefact, use(artefact)),
        limits.minArtefactUse().orElse(0.0),
        artefact.accuracyWithoutArtefact() > 0.5
            ? "the artefact's classes are recognised without it, too: a larger share of images that"
                + " carry it, a more visible artefact, or classes that are harder to tell apart"
            : "more epochs, or a more visible artefact");
    most(
        failures,
        turned + "clean model",
        others(clean, use(clean)),
        limits.maxCleanUse().orElse(1.0),
        "more epochs, so that it learns that the artefact means nothing, or a less visible"
            + " artefact");
    limits
        .minAccuracyWithout()
        .ifPresent(
            limit ->
                least(
                    failures,
                    "accuracy of the artefact model on the artefact's classes without it",
                    carriers(artefact, artefact.accuracyWithoutArtefact()),
                    limit,
                    "a smaller share of images that carry the artefact, or more epochs"));
    return failures;
  }

  /** What is no reason to refuse the study, but should be known before it starts. */
  public List<String> warnings(Models.Truth limits) {
    if (classes > 2 || limits.minAccuracyWithout().isPresent()) {
      return List.of();
    }
    return List.of(
        "With two classes the artefact may be all that the artefact model learned: without it, it"
            + " recognises "
            + carriers(artefact, artefact.accuracyWithoutArtefact()).brief()
            + " of the artefact's class. A share below 1 leaves more to learn;"
            + " truth.minAccuracyWithout sets a floor.");
  }

  private static Share accuracy(ModelFacts facts) {
    return new Share(facts.accuracy(), facts.counts().map(Counts::images).orElseThrow());
  }

  private static Share others(ModelFacts facts, double share) {
    return new Share(share, facts.counts().map(Counts::ofOtherClasses).orElseThrow());
  }

  private static Share carriers(ModelFacts facts, double share) {
    return new Share(share, facts.counts().map(Counts::ofArtefactClasses).orElseThrow());
  }

  private static void least(
      List<String> failures, String what, Share is, double least, String change) {
    if (is.value() < least) {
      failures.add(
          String.format(
                  Locale.ROOT, "%s: at least %.3f is needed, it is %s", what, least, is.text())
              + remedy(is, least, change));
    }
  }

  private static void most(
      List<String> failures, String what, Share is, double most, String change) {
    if (is.value() > most) {
      failures.add(
          String.format(Locale.ROOT, "%s: at most %.3f is allowed, it is %s", what, most, is.text())
              + remedy(is, most, change));
    }
  }

  private static String remedy(Share is, double limit, String change) {
    return ". What may help: "
        + change
        + (is.leavesOpen(limit)
            ? "; the interval holds the limit, so more held-out images may decide otherwise"
            : ", or another limit");
  }

  /** The facts as a table for the terminal, with 95 % intervals. */
  public String table() {
    StringBuilder table = new StringBuilder();
    Counts counts = artefact.counts().orElseThrow();
    table.append(
        String.format(
            "On %d held-out images %-40s %20s %20s%n",
            counts.images(), "(95 % intervals)", "artefact", "clean"));
    row(table, "accuracy, artefact where training had it", accuracy(artefact), accuracy(clean));
    row(
        table,
        "accuracy on the artefact's classes, with it",
        carriers(artefact, artefact.accuracyWithArtefact()),
        carriers(clean, clean.accuracyWithArtefact()));
    row(
        table,
        "accuracy on the artefact's classes, without it",
        carriers(artefact, artefact.accuracyWithoutArtefact()),
        carriers(clean, clean.accuracyWithoutArtefact()));
    row(
        table,
        "predictions of other classes that the artefact changes",
        others(artefact, artefact.predictionsChanged()),
        others(clean, clean.predictionsChanged()));
    row(
        table,
        "… and turns into one of its classes",
        others(artefact, artefact.towardsArtefactClasses()),
        others(clean, clean.towardsArtefactClasses()));
    row(
        table,
        "… beyond what it turns by disturbing: use of the artefact",
        others(artefact, use(artefact)),
        others(clean, use(clean)));
    return table.toString();
  }

  private static void row(StringBuilder table, String what, Share artefact, Share clean) {
    table.append(
        String.format(Locale.ROOT, "  %-60s %20s %20s%n", what, artefact.brief(), clean.brief()));
  }
}
