package org.xaistudy.server.bundle;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.xaistudy.server.recruitment.PersonalLinks;
import org.xaistudy.studies.Questionnaire;
import org.xaistudy.studies.Study;
import org.xaistudy.studies.Task;
import org.xaistudy.studies.manifest.Manifest;
import org.xaistudy.studies.manifest.StimulusBundle;

/**
 * A study that people can take part in.
 *
 * @param bundle its files
 * @param version row of its version in the database
 * @param number version, counted from 1
 * @param edition of the version's files, counted from 1: texts may be corrected within a version
 * @param drawSecret what everything that is drawn by chance comes from; nobody may see it before
 *     the study is closed
 * @param previewKey what a preview link must carry
 * @param personalLinks what signs the links of single people
 */
public record OpenStudy(
    StimulusBundle bundle,
    long version,
    int number,
    int edition,
    String drawSecret,
    String previewKey,
    PersonalLinks personalLinks) {
  /** Without the secrets, which must not come into a log. */
  @Override
  public String toString() {
    return id() + ", version " + number;
  }

  /** What the YAML says. */
  public Study study() {
    return bundle.study().study();
  }

  /** Id of the study. */
  public String id() {
    return study().id();
  }

  /** The stimulus with this id. */
  public Manifest.Stimulus stimulus(String id) {
    return bundle.manifest().stimuli().stream()
        .filter(stimulus -> stimulus.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no stimulus " + id + " in " + id()));
  }

  /** How a question is answered, with what people read for classes. */
  public Questionnaire.Kind named(Questionnaire.Kind answer) {
    return answer.named(bundle.manifest()::className);
  }

  /**
   * What the picture shows, where that is what people were to find out: the class in their
   * language, of a prediction that is wrong.
   */
  public Optional<String> correction(Manifest.Stimulus stimulus, String language) {
    boolean wanted = study().task().key() == Task.Key.TRUTH && !study().task().comparesModels();
    return wanted && !stimulus.truth()
        ? Optional.of(bundle.manifest().className(stimulus.label()).in(language))
        : Optional.empty();
  }

  /**
   * One example whose right answer is yes, then one whose right answer is no; where answers are
   * neither, one alone: of two models the one that is sound.
   */
  public List<Manifest.Stimulus> examples() {
    List<Manifest.Stimulus> examples = bundle.manifest().stimuli(Manifest.Use.EXAMPLE);
    if (study().task().key() != Task.Key.TRUTH) {
      return examples.stream()
          .filter(example -> example.truth() != study().task().comparesModels())
          .findFirst()
          .or(() -> examples.stream().findFirst())
          .map(List::of)
          .orElseThrow();
    }
    return List.of(
        examples.stream().filter(Manifest.Stimulus::truth).findFirst().orElseThrow(),
        examples.stream().filter(example -> !example.truth()).findFirst().orElseThrow());
  }

  /**
   * The right answer to an example; empty in a task without one. Where several explanations are
   * shown, it is at a place that is the same for everybody.
   */
  public Optional<String> rightAnswer(Manifest.Stimulus example) {
    List<String> options = study().options();
    return study().task().key() == Task.Key.CANDIDATE
        ? Optional.of(options.get(Math.floorMod(example.id().hashCode(), options.size())))
        : study().task().rightAnswer(example);
  }

  /** The language of the study that a person understands best. */
  public Locale language(List<Locale> wanted) {
    return wanted.stream()
        .map(Locale::getLanguage)
        .filter(study().languages()::contains)
        .findFirst()
        .map(Locale::forLanguageTag)
        .orElse(Locale.forLanguageTag(study().languages().get(0)));
  }
}
