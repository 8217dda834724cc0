package org.xaistudy.server.commandline;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xaistudy.server.simulation.Simulation;
import org.xaistudy.studies.ExpectedEffects;
import org.xaistudy.studies.Method;
import org.xaistudy.studies.StudyFile;
import org.xaistudy.studies.document.InvalidFileException;
import org.xaistudy.studies.manifest.StimulusBundle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lets simulated people take part in a running study. */
@Command(
    name = "simulate",
    sortOptions = false,
    description = {
      "Lets simulated people take part in a running study, through the same HTTP API as people.",
      "",
      "They judge by signal detection, are marked 'simulated', take nobody's place and never count."
    },
    footer = {
      "",
      "Example:",
      "  simulate studies/border-artefact --key KEY --participants 125 --d-prime crp=1.8,ig=0.1",
      "",
      "KEY is what follows 'preview=' in the study's preview links. The answers:",
      "  /researcher/STUDY/responses.csv?simulated=true"
    })
final class Simulate implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Parameters(
      paramLabel = "STUDY",
      description = "The study's folder, or its name below ./studies; the server has the same one.")
  @SuppressWarnings("NullAway.Init")
  private Path study;

  @Option(
      names = "--participants",
      required = true,
      paramLabel = "N",
      description = "How many; the methods take turns.")
  private int participants;

  @Option(
      names = "--key",
      required = true,
      paramLabel = "KEY",
      defaultValue = "${env:XAISTUDY_PREVIEW_KEY}",
      description = "The key of the study's preview links; or XAISTUDY_PREVIEW_KEY.")
  @SuppressWarnings("NullAway.Init")
  private String key;

  @Option(
      names = "--url",
      defaultValue = "http://localhost:8080",
      description = "Where the server is (default: ${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init")
  private URI url;

  @Option(
      names = "--d-prime",
      split = ",",
      paramLabel = "METHOD=D",
      description =
          "Mean sensitivity with each method; what is not named is as analysis.power in study.yaml"
              + " expects it, else 1.")
  private Map<String, Double> dPrime = new HashMap<>();

  @Option(
      names = "--spread",
      paramLabel = "SD",
      description = "Between people; as analysis.power expects it, else 0.5.")
  private @Nullable Double spread;

  @Option(
      names = "--criterion",
      paramLabel = "C",
      description = "Mean criterion; as analysis.power expects it, else 0.")
  private @Nullable Double criterion;

  @Option(
      names = "--criterion-spread",
      paramLabel = "SD",
      description = "Between people; as analysis.power expects it, else 0.")
  private @Nullable Double criterionSpread;

  @Option(
      names = "--drop-out",
      defaultValue = "0",
      paramLabel = "P",
      description = "How likely one leaves before the end (default: ${DEFAULT-VALUE}).")
  private double dropOut;

  @Option(
      names = "--rate",
      defaultValue = "2/s",
      paramLabel = "R/s",
      description = "How many begin in a second (default: ${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init")
  private String rate;

  @Option(
      names = "--thinking",
      defaultValue = "3",
      paramLabel = "SECONDS",
      description =
          "Median time for a judgement (default: ${DEFAULT-VALUE}). Whoever takes no time is left"
              + " out as too fast by most plans.")
  private double thinking;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "The same seed draws the same people (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help message and exit.")
  @SuppressWarnings("unused") // picocli asks for it
  private boolean help;

  @Override
  public Integer call() throws InterruptedException {
    require(participants >= 1, "--participants: expected at least 1, found " + participants);
    require(dropOut >= 0 && dropOut <= 1, "--drop-out: expected 0 to 1, found " + dropOut);
    require(thinking >= 0 && thinking <= 600, "--thinking: expected 0 to 600, found " + thinking);
    try {
      StimulusBundle bundle = StimulusBundle.open(StudyFile.read(folder()));
      Simulation simulation = new Simulation(bundle, url, key, people(bundle));
      Simulation.Outcome outcome = simulation.run(this::progress);
      System.out.printf(
          "%n%d finished, %d left, %d were stopped%n",
          outcome.finished(), outcome.left(), outcome.ended());
      return 0;
    } catch (InvalidFileException | IOException e) {
      System.err.println(e.getMessage() == null ? "cannot reach " + url : e.getMessage());
      return 1;
    }
  }

  private void progress(int people) {
    System.err.printf("\r%d of %d", people, participants);
  }

  private Path folder() {
    Path named = Path.of("studies").resolve(study);
    return Files.exists(study) || !Files.exists(named) ? study : named;
  }

  private Simulation.People people(StimulusBundle bundle) {
    Optional<ExpectedEffects> expected = bundle.study().study().analysis().power();
    Map<String, Double> sensitivity = new HashMap<>();
    for (Method method : bundle.study().study().methods()) {
      double usual = expected.map(effects -> effects.dPrime().get(method.id())).orElse(1.0);
      Double given = dPrime.remove(method.id());
      sensitivity.put(method.id(), given == null ? usual : given);
    }
    require(
        dPrime.isEmpty(),
        "--d-prime: the study has no method " + String.join(", ", new TreeSet<>(dPrime.keySet())));
    return new Simulation.People(
        participants,
        sensitivity,
        spread == null ? expected.map(ExpectedEffects::spread).orElse(0.5) : spread,
        criterion == null ? expected.flatMap(ExpectedEffects::criterion).orElse(0.0) : criterion,
        criterionSpread == null
            ? expected.flatMap(ExpectedEffects::criterionSpread).orElse(0.0)
            : criterionSpread,
        dropOut,
        perSecond(),
        Duration.ofNanos(Math.round(thinking * 1e9)),
        seed);
  }

  private double perSecond() {
    try {
      double value = Double.parseDouble(rate.replaceFirst("/s$", ""));
      require(value > 0, "--rate: expected more than 0, found " + rate);
      return value;
    } catch (NumberFormatException e) {
      throw new ParameterException(
          spec.commandLine(), "--rate: expected people per second, such as 20/s, found " + rate, e);
    }
  }

  private void require(boolean holds, String message) {
    if (!holds) {
      throw new ParameterException(spec.commandLine(), message);
    }
  }
}
