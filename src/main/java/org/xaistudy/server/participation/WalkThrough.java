package org.xaistudy.server.participation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.server.enrolment.Admission;
import org.xaistudy.server.enrolment.Arrival;
import org.xaistudy.server.enrolment.Enrolment;
import org.xaistudy.server.environment.Tokens;
import org.xaistudy.server.page.Notice;
import org.xaistudy.server.recruitment.Referral;
import org.xaistudy.server.recruitment.Source;
import org.xaistudy.server.run.Course;
import org.xaistudy.server.run.Participation;
import org.xaistudy.server.run.Preparation;
import org.xaistudy.server.run.Stage;
import org.xaistudy.server.trial.Behaviour;
import org.xaistudy.server.trial.Judgement;
import org.xaistudy.server.trial.Kind;
import org.xaistudy.server.trial.Trial;
import org.xaistudy.studies.Questionnaire.When;
import org.xaistudy.studies.Recruitment.Outcome;
import org.xaistudy.studies.Study;

/**
 * Goes through a study as a preview, by the same pages and rules as everybody, and keeps what was
 * shown: for an ethics board, or to look at one page.
 */
@ApplicationScoped
public class WalkThrough {
  private static final Pattern MAIN = Pattern.compile("<main[^>]*>(.*)</main>", Pattern.DOTALL);
  private final Enrolment enrolment;
  private final Preparation preparation;
  private final Participation participation;
  private final StagePages pages;
  private final TrialPages trials;
  private final Tokens tokens;

  WalkThrough(
      Enrolment enrolment,
      Preparation preparation,
      Participation participation,
      StagePages pages,
      TrialPages trials,
      Tokens tokens) {
    this.enrolment = enrolment;
    this.preparation = preparation;
    this.participation = participation;
    this.pages = pages;
    this.trials = trials;
    this.tokens = tokens;
  }

  /**
   * A page as people see it.
   *
   * @param name what it is
   * @param content the inside of the page, as HTML without ids
   */
  public record Leaf(String name, String content) {}

  /**
   * All pages in their order: every kind of page once, every attention check and all practice, and
   * of the pictures that count the first with each method.
   *
   * @param method id of the arm
   * @param language one of the study's
   */
  public List<Leaf> leaves(OpenStudy study, String method, Locale language) {
    List<Leaf> leaves = new ArrayList<>();
    leaves.add(leaf("Welcome", StudyPages.welcome(study, language)));
    leaves.add(leaf("Consent", StudyPages.consent(study, language)));
    Course course = begin(study, method, language);
    Set<String> seen = new HashSet<>();
    for (Optional<String> name = name(course); name.isPresent(); name = name(course)) {
      boolean counts =
          course.stage() instanceof Stage.Judge judge && judge.trial().kind() == Kind.TRIAL;
      if (!counts || seen.add(course.method())) {
        leaves.add(leaf(name.get(), pages.show(new OpenRun(course))));
      }
      course = goOn(course, leaves);
    }
    leaves.add(leaf("The end", pages.show(new OpenRun(course))));
    for (Notice notice :
        List.of(
            Notice.DECLINED,
            Notice.FULL,
            Notice.GONE,
            Notice.INATTENTIVE,
            Notice.SCREENED_OUT,
            Notice.INCOMPATIBLE,
            Notice.REPEATED,
            Notice.WITHDRAWN,
            Notice.PAUSED,
            Notice.CLOSED,
            Notice.CLOSED_MEANWHILE)) {
      String words = notice.name().toLowerCase(Locale.ROOT).replace('_', ' ');
      leaves.add(
          leaf("If it ends otherwise: " + words, notice.show(study.study().title(), language)));
    }
    return leaves;
  }

  /**
   * A preview that has come to a trial.
   *
   * @param position of the trial, from 1; 0 for the beginning
   * @return the path where it goes on
   */
  public String upTo(OpenStudy study, String method, Locale language, int position) {
    Course course = begin(study, method, language);
    List<Leaf> passed = new ArrayList<>();
    while (position > 0 && name(course).isPresent()) {
      if (course.stage() instanceof Stage.Judge judge && judge.trial().position() >= position) {
        break;
      }
      course = goOn(course, passed);
    }
    return OpenRun.path(course.run());
  }

  private Course begin(OpenStudy study, String method, Locale language) {
    Arrival arrival =
        new Arrival(
            tokens.secret(),
            language,
            Optional.of(new Arrival.Looking(Source.PREVIEW, method)),
            Referral.ofLink(),
            "",
            "");
    return enrolment.enrol(study, arrival) instanceof Admission.Taken taken
        ? taken.course()
        : fail("a preview is always taken in, unless very many arrive just now");
  }

  private static Course fail(String why) {
    throw new IllegalStateException(why);
  }

  /** What a stage's page is called; empty where nothing comes after it. */
  private static Optional<String> name(Course course) {
    return course.stage().visit(new Naming(course));
  }

  private record Naming(Course course) implements Stage.Visitor<Optional<String>> {
    @Override
    public Optional<String> device() {
      return Optional.of("Window");
    }

    @Override
    public Optional<String> instructions() {
      return Optional.of("Instructions");
    }

    @Override
    public Optional<String> comprehension() {
      return Optional.of("Questions about the instructions");
    }

    @Override
    public Optional<String> judge(Trial trial) {
      return Optional.of(name(course, trial));
    }

    @Override
    public Optional<String> questions(When when) {
      return Optional.of(when == When.BEFORE ? "Questions before" : "Questionnaire");
    }

    @Override
    public Optional<String> finished() {
      return Optional.empty();
    }

    @Override
    public Optional<String> ended(Outcome outcome) {
      return Optional.empty();
    }

    @Override
    public Optional<String> placeGone() {
      return Optional.empty();
    }
  }

  private static String name(Course course, Trial trial) {
    return switch (trial.kind()) {
      case PRACTICE -> "Practice " + course.trials().number(trial);
      case ATTENTION -> "Attention check " + course.trials().number(trial);
      case TRAINING -> "To learn from, " + course.trials().number(trial);
      case TRIAL -> "The first of " + course.counts().trials() + " pictures that count";
    };
  }

  private Course goOn(Course course, List<Leaf> leaves) {
    return course.stage().visit(new GoingOn(course, leaves));
  }

  private final class GoingOn implements Stage.Visitor<Course> {
    private final Course course;
    private final Study study;
    private final String token;
    private final List<Leaf> leaves;

    private GoingOn(Course course, List<Leaf> leaves) {
      this.course = course;
      this.study = course.study();
      this.token = course.run().token();
      this.leaves = leaves;
    }

    @Override
    public Course device() {
      return preparation.device(token, OptionalInt.empty(), OptionalInt.empty());
    }

    @Override
    public Course instructions() {
      return preparation.instructed(token);
    }

    @Override
    public Course comprehension() {
      return preparation.comprehended(token, study.comprehension().orElseThrow().rightAnswers());
    }

    @Override
    public Course judge(Trial trial) {
      return WalkThrough.this.judge(course, trial, leaves);
    }

    @Override
    public Course questions(When when) {
      participation.reply(token, study.someReplies("preview"));
      return participation.of(token);
    }

    @Override
    public Course finished() {
      return fail("nothing comes after the end");
    }

    @Override
    public Course ended(Outcome outcome) {
      return fail("nothing comes after the end");
    }

    @Override
    public Course placeGone() {
      return fail("a preview has no place");
    }
  }

  private Course judge(Course before, Trial trial, List<Leaf> leaves) {
    String token = before.run().token();
    Judgement judgement = trial.asked().orElseGet(before.inquiry(trial)::any);
    Course course = participation.answer(token, trial.position(), judgement, Behaviour.UNKNOWN);
    if (trial.kind() == Kind.PRACTICE && trial.rightAnswer().isPresent()) {
      leaves.add(
          leaf(
              name(course, trial) + ": what would have been right",
              trials.feedback(token, trial.position())));
    }
    return course;
  }

  /** Many pages come on one sheet, where each name and id would be there many times. */
  private static Leaf leaf(String name, Response page) {
    Matcher main = MAIN.matcher(String.valueOf(page.getEntity()));
    String content = main.find() ? main.group(1) : "";
    return new Leaf(
        name,
        content
            .replaceAll("\\s(id|for|aria-labelledby|aria-describedby|autofocus)=\"[^\"]*\"", "")
            .replaceAll("<(/?)h3", "<$1h5")
            .replaceAll("<(/?)h2", "<$1h4")
            .replaceAll("<(/?)h1", "<$1h3"));
  }
}
