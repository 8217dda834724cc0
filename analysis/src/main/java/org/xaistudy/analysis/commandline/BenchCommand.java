package org.xaistudy.analysis.commandline;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.plan.Resampling;
import org.xaistudy.analysis.report.Background;
import org.xaistudy.analysis.responses.Responses;
import org.xaistudy.analysis.responses.ResponsesFile;
import org.xaistudy.analysis.results.Results;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code analysis bench}: how long a very large study takes. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = {
      "Simulates a very large study, analyses it in full and tells how long that took.",
      "Limit the memory with java -Xmx2g -jar analysis.jar bench."
    })
final class BenchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--answers",
      defaultValue = "1000000",
      description = "How many answers (default: ${DEFAULT-VALUE}).")
  private int answers;

  @Option(
      names = "--samples",
      defaultValue = "10000",
      description = "Bootstrap samples and permutations (default: ${DEFAULT-VALUE}).")
  private int samples;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Path file = Files.createTempFile("responses-", ".csv");
    try (ProgressOnTerminal progress = ProgressOnTerminal.onStandardError()) {
      LargeStudy.write(file, answers, new SplittableRandom(Resampling.SEED));
      out.printf("file: %d MiB%n", Files.size(file) >> 20);
      long start = System.nanoTime();
      Responses read = ResponsesFile.read(file, progress);
      long afterReading = System.nanoTime();
      Plan plan =
          Plan.comparingWith("crp", read).resampling(new Resampling(samples, Resampling.SEED));
      int rows = Analysis.files(Results.of(read, plan, progress), Background.NONE).size();
      long end = System.nanoTime();
      out.printf("answers: %,d, samples: %,d, files: %d%n", read.size(), samples, rows);
      out.printf("reading: %.1f s%n", (afterReading - start) / 1e9);
      out.printf("analysis and report: %.1f s%n", (end - afterReading) / 1e9);
      out.printf("largest heap: %d MiB%n", heap() >> 20);
    } finally {
      Files.delete(file);
    }
    return 0;
  }

  /** The sum of the heap pools' peaks, which is at least the heap's own peak. */
  private static long heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }
}
