package org.xaistudy.analysis.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xaistudy.analysis.figure.ConfusionFigure;
import org.xaistudy.analysis.figure.Svg;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.progress.Progress;
import org.xaistudy.analysis.responses.Responses;
import org.xaistudy.analysis.results.Results;

/** The report: one self-contained HTML page, for screen and paper, light and dark. */
public final class Report {
  private Report() {}

  /** Analyses the responses and writes the page. */
  public static String of(Responses responses, Plan plan) {
    return of(Results.of(responses, plan, Progress.SILENT));
  }

  /** The page for results that are there already. */
  public static String of(Results results) {
    return new Page(title(results), Svg.style() + resource("report.css"))
        .section("confusion", "What people saw", ConfusionSection.of(results))
        .section(
            "comparison",
            "Comparison with " + results.plan().reference(),
            ComparisonSection.of(results))
        .html();
  }

  /** The figures as files, by file name. */
  public static Map<String, String> figures(Results results) {
    Map<String, String> figures = new LinkedHashMap<>();
    List<String> labels = results.arms().stream().map(arm -> arm.method()).toList();
    figures.put("confusion.svg", ConfusionFigure.of(results.arms(), labels).file());
    return figures;
  }

  private static String title(Results results) {
    String study = results.flow().kept().study();
    return study.isEmpty() ? "Results" : "Results of " + study;
  }

  private static String resource(String name) {
    try (InputStream text = Report.class.getResourceAsStream(name)) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " is part of this program", e);
    }
  }
}
