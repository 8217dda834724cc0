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
  private final Apa apa;
  private final Speech speech;
  private final Map<String, Stimulus> stimuli;
  private final Background.Pictures pictures;

  private GallerySection(Plan plan, Manifest manifest, Background.Pictures pictures) {
    this.plan = plan;
    apa = Apa.of(plan);
    speech = Speech.of(plan);
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
        Blocks.heading(gallery.apa.text("gallery")),
        Markup.of("<div class='stimuli'>%s</div>\n", Markup.all(rows)),
        Blocks.caption(gallery.caption()),
        Markup.of(
            "<details><summary>%s</summary><div class='thumbnails'>%s</div></details>\n",
            gallery.apa.text("gallery.all", all.size()),
            Markup.all(all.stream().map(gallery::small).toList())));
  }

  private String caption() {
    return switch (plan.task().key()) {
      case PREDICTION -> apa.text("gallery.caption.picture");
      case CANDIDATE -> apa.text("gallery.caption.chosen");
      case TRUTH, NONE -> apa.text("gallery.caption");
    };
  }

  private Markup row(Stimuli.Difficulty one) {
    Stimulus stimulus = stimuli.get(one.id());
    if (stimulus == null) {
      return Markup.NONE;
    }
    Markup original = picture(stimulus.original(), LARGE, apa.text("gallery.stimulus", one.id()));
    if (original.isEmpty()) {
      return Markup.NONE;
    }
    List<Markup> cells = new ArrayList<>();
    cells.add(
        cell(
            original,
            apa.text(
                "gallery.right",
                about(one, stimulus),
                apa.percent(one.right().value()),
                one.right().hits(),
                one.right().trials())));
    explained()
        .forEach(
            method ->
                shown(stimulus, method)
                    .map(
                        file ->
                            picture(
                                file,
                                LARGE,
                                apa.text("gallery.explained", plan.name(method), one.id())))
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
    return rate == null
        ? apa.text("gallery.nobody", plan.name(method))
        : apa.text("gallery.rate", plan.name(method), rate.hits(), rate.trials());
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
            : picture(stimulus.original(), SMALL, apa.text("gallery.stimulus", one.id()));
    return cell(
        picture.isEmpty() ? Markup.text(one.id()) : picture,
        apa.percent(one.right().value()) + " " + about(one, stimulus));
  }

  /** What a stimulus is: where its answers do not tell, the manifest does. */
  private String about(Stimuli.Difficulty one, @Nullable Stimulus stimulus) {
    return one.about().isEmpty() && stimulus != null
        ? speech.about(stimulus.truth())
        : speech.about(one.about());
  }

  private Markup picture(String file, int size, String description) {
    return pictures
        .of(file)
        .map(bytes -> Thumbnail.of(bytes, size, description))
        .orElse(Markup.NONE);
  }
}
