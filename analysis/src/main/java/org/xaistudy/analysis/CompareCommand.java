package org.xaistudy.analysis;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import org.xaistudy.analysis.output.Publication;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.progress.ProgressOnTerminal;
import org.xaistudy.analysis.quality.Flow;
import org.xaistudy.analysis.report.ReplicationReport;
import org.xaistudy.analysis.responses.Responses;
import org.xaistudy.analysis.responses.ResponsesFile;
import org.xaistudy.analysis.results.Replication;
import org.xaistudy.analysis.statistics.ReplicationTable;
import org.xaistudy.analysis.statistics.StatisticsCsv;
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
      "Differences are the first minus the second; the incomplete and the excluded do not count."
    })
final class CompareCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "a.csv", description = "The answers of the first study.")
  private Path first;

  @Parameters(index = "1", paramLabel = "b.csv", description = "The answers of the second study.")
  private Path second;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where compare.csv and compare.html go; nothing is written if not given.")
  private Path out;

  @Override
  public Integer call() {
    Replication replication;
    try (ProgressOnTerminal progress = new ProgressOnTerminal(System.err, Clock.systemUTC())) {
      Responses one = ResponsesFile.read(first, progress);
      Responses other = ResponsesFile.read(second, progress);
      Plan plan = Plan.comparingWith(one.methods().get(0), one);
      replication = Replication.of(counting(one, plan), counting(other, plan), plan);
    }
    ReplicationReport.lines(replication).forEach(spec.commandLine().getOut()::println);
    if (out != null) {
      Publication.write(
          out,
          Map.of(
              "compare.csv", StatisticsCsv.of(ReplicationTable.of(replication)),
              "compare.html",
                  ReplicationReport.html(replication, first.toString(), second.toString())));
      spec.commandLine().getOut().println("Written: " + out.resolve("compare.html"));
    }
    return 0;
  }

  private static Responses counting(Responses responses, Plan plan) {
    return Flow.of(responses, plan.exclusions()).kept();
  }
}
