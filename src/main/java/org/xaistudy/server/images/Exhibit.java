package org.xaistudy.server.images;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xaistudy.server.run.Colours;
import org.xaistudy.server.run.Course;
import org.xaistudy.server.trial.Trial;
import org.xaistudy.studies.Method;
import org.xaistudy.studies.TaskWords;
import org.xaistudy.studies.manifest.Manifest;
import org.xaistudy.studies.manifest.Manifest.Stimulus;

/**
 * A stimulus as it is laid out on a page.
 *
 * @param colours in which heat maps are shown
 * @param original the image that the model saw
 * @param description what that image is, for those who cannot see it
 * @param prediction the class it predicted, in the person's language; empty where people are to say
 *     it
 * @param panels the explanation; none where there is none to be seen, or several are
 * @param candidates the explanations that people choose from; none where they do not
 */
public record Exhibit(
    Colours colours,
    Picture original,
    String description,
    String prediction,
    List<Panel> panels,
    List<Candidate> candidates) {
  /** What the links of alternatives end with. */
  static final String ALTERNATIVE = "-alternative";

  /** The links of all pictures in the colours of the exhibit. */
  public List<String> links() {
    List<String> links = new ArrayList<>();
    links.add(link(original));
    allPanels()
        .flatMap(panel -> panel.pictures().stream())
        .forEach(picture -> links.add(link(picture)));
    return links;
  }

  /** The link of a picture in the colours of the exhibit. */
  public String link(Picture picture) {
    return colours.isAlternative() ? picture.alternative() : picture.link();
  }

  /** Whether colours of the explanation mean something: for and against. */
  public boolean coloured() {
    return allPanels()
        .flatMap(panel -> panel.pictures().stream())
        .anyMatch(picture -> !picture.alternative().equals(picture.link()));
  }

  /** Whether the explanation is made of concepts. */
  public boolean concepts() {
    return allPanels().anyMatch(Panel::isConcept);
  }

  /** Whether people choose one of several explanations. */
  public boolean several() {
    return !candidates.isEmpty();
  }

  private Stream<Panel> allPanels() {
    return Stream.concat(
        panels.stream(), candidates.stream().flatMap(candidate -> candidate.panels().stream()));
  }

  /**
   * One of several explanations.
   *
   * @param option what is sent by whoever chooses it
   * @param label what people read above it
   * @param panels its rows
   */
  public record Candidate(String option, String label, List<Panel> panels) {}

  /**
   * An image on a page.
   *
   * @param link where it is
   * @param alternative where it is in colours for the colour-blind; the same link if its colours
   *     mean nothing
   * @param width in CSS pixels, half of the file's
   * @param height in CSS pixels, half of the file's
   */
  public record Picture(String link, String alternative, int width, int height) {}

  /**
   * A row of an explanation.
   *
   * @param number from 1
   * @param name what the concept is called, in the person's language; null where it has no name
   * @param percent relevance of the concept, signed; null where the row is no concept
   * @param pictures side by side
   */
  public record Panel(
      int number, @Nullable String name, @Nullable Integer percent, List<Picture> pictures) {
    /** The relevance in words, with a real minus sign. */
    public String share() {
      return String.valueOf(percent).replace('-', '−');
    }

    /** Length of the bar that shows the relevance, 0 to 100. */
    public int bar() {
      return percent == null ? 0 : Math.min(100, Math.abs(percent));
    }

    /** Whether the row is a concept. */
    public boolean isConcept() {
      return percent != null;
    }
  }

  /** What is shown in a trial; empty in an attention check. */
  public static Optional<Exhibit> of(Course course, Trial trial) {
    String base = "/i/" + course.run().token() + "/" + trial.position();
    return trial
        .stimulus()
        .map(course.open()::stimulus)
        .map(
            stimulus ->
                Scene.of(
                    course.study(), stimulus, trial.method(), trial.kind(), trial.rightAnswer()))
        .map(scene -> of(course, scene, base));
  }

  /**
   * The examples of the instructions of the method with which the person judges now: one whose
   * right answer is yes, then one with no; or one.
   */
  public static List<Exhibit> examples(Course course) {
    String method = course.method();
    List<Exhibit> examples = new ArrayList<>();
    for (Stimulus example : course.open().examples()) {
      String base =
          "/i/"
              + course.run().token()
              + "/example/"
              + Examples.number(course.part(), examples.size());
      Scene scene = Scene.ofExample(course.open(), example, method);
      examples.add(of(course, scene, base));
    }
    return examples;
  }

  /** Lays out what is seen; to the base of the links the number of the picture is added. */
  private static Exhibit of(Course course, Scene scene, String base) {
    Manifest manifest = course.open().bundle().manifest();
    List<Picture> pictures = new ArrayList<>();
    for (Manifest.Picture picture : scene.pictures()) {
      Manifest.ImageFile file = manifest.file(picture.usual());
      String link = base + "/" + pictures.size();
      String alternative =
          picture.alternative().equals(picture.usual()) ? link : link + ALTERNATIVE;
      pictures.add(new Picture(link, alternative, file.width() / 2, file.height() / 2));
    }
    Iterator<Picture> next = pictures.iterator();
    Picture original = next.next();
    List<List<Panel>> explanations =
        scene.explanations().stream()
            .map(explanation -> panels(course, scene, explanation, next))
            .toList();
    boolean several = !scene.options().isEmpty();
    return new Exhibit(
        course.run().colours(),
        original,
        TaskWords.picture(course.study(), course.language()),
        scene.told() ? manifest.className(scene.stimulus().prediction()).in(course.language()) : "",
        several ? List.of() : explanations.stream().flatMap(List::stream).toList(),
        several ? candidates(course, scene.options(), explanations) : List.of());
  }

  private static List<Candidate> candidates(
      Course course, List<String> options, List<List<Panel>> explanations) {
    List<Candidate> candidates = new ArrayList<>();
    for (String option : options) {
      String label = AnswerOption.label(course, option);
      candidates.add(new Candidate(option, label, explanations.get(candidates.size())));
    }
    return candidates;
  }

  /** The rows of an explanation, of the pictures that come next. */
  private static List<Panel> panels(
      Course course, Scene scene, Manifest.Explanation explanation, Iterator<Picture> pictures) {
    List<Panel> panels = new ArrayList<>();
    for (Manifest.Panel panel : explanation.panels()) {
      List<Picture> row = new ArrayList<>();
      panel.pictures().forEach(picture -> row.add(pictures.next()));
      panels.add(
          new Panel(
              panels.size() + 1, name(course, scene, panel), percent(panel), List.copyOf(row)));
    }
    return panels;
  }

  /** As the study's edition names it: pictures do not depend on names. */
  private static @Nullable String name(Course course, Scene scene, Manifest.Panel panel) {
    if (panel.channel().isEmpty()) {
      return null;
    }
    return Stream.of(course.study().method(scene.method()))
        .flatMap(shown -> shown instanceof Method.Crp crp ? crp.names().stream() : Stream.of())
        .map(
            names ->
                switch (scene.stimulus().model()) {
                  case ARTEFACT -> names.artefact();
                  case CLEAN -> names.clean();
                  case SINGLE -> names.model();
                })
        .map(names -> names.get(panel.channel().getAsInt()))
        .filter(Objects::nonNull)
        .map(name -> name.in(course.language()))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Integer percent(Manifest.Panel panel) {
    return panel.relevance().isPresent()
        ? (int) Math.round(100 * panel.relevance().getAsDouble())
        : null;
  }
}
