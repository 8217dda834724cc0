package org.xaistudy.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xaistudy.analysis.figure.Markup;
import org.xaistudy.analysis.figure.Thumbnail;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.rates.Rate;
import org.xaistudy.analysis.results.Results;
import org.xaistudy.analysis.results.Stimuli;
import org.xaistudy.studies.Task;
import org.xaistudy.studies.manifest.Manifest;
import org.xaistudy.studies.manifest.Manifest.Explanation;
import org.xaistudy.studies.manifest.Manifest.Stimulus;

/**
 * The stimuli as people saw them, the hardest first; for the researcher, who may know the truth.
 */
final class GallerySection {
  private static final int LARGE = 150;
  private static final int SMALL = 72;

  private final Plan plan;
  private final Map<String, Stimulus> stimuli;
  private final Background.Pictures pictures;

  private GallerySection(Plan plan, Manifest manifest, Background.Pictures pictures) {
    this.plan = plan;
    this.pictures = pictures;
    stimuli =
        manifest.stimuli().stream()
            .collect(Collectors.toMap(Stimulus::id, Function.identity(), (one, same) -> one));
  }

  /** Nothing where the pictures are not at hand. */
  static Markup of(Results results, Background background, int hardest) {
    if (background.manifest().isEmpty()) {
      return Markup.NONE;
    }
    GallerySection gallery =
        new GallerySection(results.plan(), background.manifest().get(), background.pictures());
    List<Stimuli.Difficulty> all = results.stimuli().difficulty();
    List<Markup> rows =
        all.stream().limit(hardest).map(gallery::row).filter(row -> !row.isEmpty()).toList();
    if (rows.isEmpty()) {
      return Markup.NONE;
    }
    return Markup.all(
        Blocks.heading("The hardest stimuli", false),
        Markup.of("<div class='stimuli'>%s</div>\n", Markup.all(rows)),
        Blocks.caption(caption(results.plan().task())),
        Markup.of(
            "<details><summary>All %s stimuli, from the hardest to the easiest</summary>"
                + "<div class='thumbnails'>%s</div></details>\n",
            all.size(), Markup.all(all.stream().map(gallery::small).toList())));
  }

  private static String caption(Task task) {
    return switch (task.key()) {
      case PREDICTION -> "The picture, and the share of right answers.";
      case CANDIDATE ->
          "The picture, then what each method showed first of it for the class that the model"
              + " predicted, the right one to choose, with the share of right answers among those"
              + " who saw that. The other classes’ explanations are not shown here.";
      case TRUTH, NONE ->
          "The picture, then what each method showed first of it, with the share of right"
              + " answers among those who saw that.";
    };
  }

  private Markup row(Stimuli.Difficulty one) {
    Stimulus stimulus = stimuli.get(one.id());
    if (stimulus == null) {
      return Markup.NONE;
    }
    Markup original = picture(stimulus.original(), LARGE, "stimulus " + one.id());
    if (original.isEmpty()) {
      return Markup.NONE;
    }
    List<Markup> cells = new ArrayList<>();
    cells.add(
        cell(
            original,
            "%s: %s right (%d of %d)"
                .formatted(
                    about(one, stimulus),
                    Apa.percent(one.right().value()),
                    one.right().hits(),
                    one.right().trials())));
    explained()
        .forEach(
            method ->
                shown(stimulus, method)
                    .map(file -> picture(file, LARGE, plan.name(method) + " of " + one.id()))
                    .filter(picture -> !picture.isEmpty())
                    .ifPresent(
                        picture ->
                            cells.add(cell(picture, label(method, one.byMethod().get(method))))));
    return Markup.of("<div class='stimulus'>%s</div>\n", Markup.all(cells));
  }

  /** Whoever foretells a prediction sees the picture alone. */
  private List<String> explained() {
    return plan.task().trains() ? List.of() : plan.methods();
  }

  private String label(String method, @Nullable Rate rate) {
    return plan.name(method)
        + (rate == null ? ": nobody" : ": %d of %d".formatted(rate.hits(), rate.trials()));
  }

  private static Markup cell(Markup picture, String text) {
    return Markup.of("<div>%s<span>%s</span></div>", picture, Apa.typeset(text));
  }

  private static Optional<String> shown(Stimulus stimulus, String method) {
    return Optional.ofNullable(stimulus.explanations().get(method))
        .map(Explanation::panels)
        .stream()
        .flatMap(List::stream)
        .flatMap(panel -> panel.pictures().stream())
        .map(Manifest.Picture::usual)
        .findFirst();
  }

  private Markup small(Stimuli.Difficulty one) {
    Stimulus stimulus = stimuli.get(one.id());
    Markup picture =
        stimulus == null
            ? Markup.NONE
            : picture(stimulus.original(), SMALL, "stimulus " + one.id());
    return cell(
        picture.isEmpty() ? Markup.text(one.id()) : picture,
        Apa.percent(one.right().value()) + " " + about(one, stimulus));
  }

  /** What a stimulus is: where its answers do not tell, the manifest does. */
  private String about(Stimuli.Difficulty one, @Nullable Stimulus stimulus) {
    return one.about().isEmpty() && stimulus != null
        ? plan.task().of(stimulus.truth())
        : Speech.about(plan.task(), one.about());
  }

  private Markup picture(String file, int size, String description) {
    return pictures
        .of(file)
        .map(bytes -> Thumbnail.of(bytes, size, description))
        .orElse(Markup.NONE);
  }
}
