package org.xaistudy.analysis.commandline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xaistudy.analysis.ProgressListener;
import org.xaistudy.analysis.archive.StudyMaterial;
import org.xaistudy.analysis.exclusion.Flow;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.report.Editions;
import org.xaistudy.analysis.report.ReplicationReport;
import org.xaistudy.analysis.responses.Responses;
import org.xaistudy.analysis.responses.ResponsesFile;
import org.xaistudy.analysis.results.Replication;
import org.xaistudy.analysis.statistics.ReplicationTable;
import org.xaistudy.analysis.statistics.StatisticsCsv;
import org.xaistudy.analysis.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code analysis compare a.csv b.csv}: two studies of the same methods. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Compares two studies, such as a replication with its original, method by method.",
      "Each is a file of answers, a study's folder, or the archive.zip that the server hands out.",
      "Differences are the first minus the second; the incomplete and the excluded do not count."
    })
final class CompareCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "a.csv", description = "The answers of the first study.")
  private Path first;

  @Parameters(index = "1", paramLabel = "b.csv", description = "The answers of the second study.")
  private Path second;

  @Option(
      names = "--reference",
      paramLabel = "METHOD",
      description =
          "The method that both studies' others are held against, for what they say together; the"
              + " first file's first if not given.")
  private @Nullable String reference;

  @Option(
      names = "--language",
      paramLabel = "LANGUAGE",
      defaultValue = "en",
      converter = WordsConverter.class,
      description =
          "Of compare.html and of what is printed, such as fr (default: ${DEFAULT-VALUE}).")
  private Words words;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where compare.csv and compare.html go; nothing is written if not given.")
  private Path out;

  @Override
  public Integer call() {
    Replication replication;
    Plan plan;
    List<String> notes;
    try (ProgressOnTerminal progress = ProgressOnTerminal.onStandardError()) {
      Responses one = answers(first, progress);
      Responses other = answers(second, progress);
      plan = Plan.comparingWith(reference == null ? one.methods().get(0) : reference, one, words);
      Flow a = Flow.of(one, plan.eligibility());
      Flow b = Flow.of(other, plan.eligibility());
      notes =
          Stream.of(note(first, a, words), note(second, b, words))
              .flatMap(Optional::stream)
              .toList();
      replication = Replication.of(a.kept(), b.kept(), plan);
    }
    notes.forEach(spec.commandLine().getOut()::println);
    ReplicationReport.lines(replication, plan).forEach(spec.commandLine().getOut()::println);
    if (out != null) {
      Publication.write(
          out,
          Map.of(
              "compare.csv",
                  StatisticsCsv.of(
                      ReplicationTable.of(replication, plan.reference(), plan.level())),
              "compare.html",
                  ReplicationReport.html(
                      replication, plan, first.toString(), second.toString(), notes)));
      spec.commandLine().getOut().println("Written: " + out.resolve("compare.html"));
    }
    return 0;
  }

  private static Responses answers(Path path, ProgressListener progress) {
    String name = path.toString().toLowerCase(Locale.ROOT);
    if (!name.endsWith(".zip") && !name.endsWith(".yaml") && !Files.isDirectory(path)) {
      return ResponsesFile.read(path, progress);
    }
    try (StudyMaterial material = StudyMaterial.open(path)) {
      return material.responses(progress);
    }
  }

  private static Optional<String> note(Path file, Flow flow, Words words) {
    return Editions.of(flow, words).map(note -> words.text("pair", file, note));
  }
}
