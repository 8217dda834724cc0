package org.xaistudy.server.participation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
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
import org.xaistudy.studies.Comprehension;

/**
 * Goes through a study as a preview, by the same pages and rules as everybody, and keeps what was
 * shown: for an ethics board, or to look at one page.
 */
@ApplicationScoped
public class WalkThrough {
  private static final Pattern MAIN = Pattern.compile("<main[^>]*>(.*)</main>", Pattern.DOTALL);
  private static final Judgement ANY = new Judgement(true, 5, 5);
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
   * of the pictures that count the first.
   *
   * @param method id of the arm
   * @param language one of the study's
   */
  public List<Leaf> leaves(OpenStudy study, String method, Locale language) {
    List<Leaf> leaves = new ArrayList<>();
    leaves.add(leaf("Welcome", welcome(study, language)));
    leaves.add(leaf("Consent", consent(study, language)));
    Course course = begin(study, method, language);
    boolean first = true;
    for (Optional<String> name = name(course); name.isPresent(); name = name(course)) {
      boolean counts =
          course.stage() instanceof Stage.Judge judge && judge.trial().kind() == Kind.TRIAL;
      if (!counts || first) {
        leaves.add(leaf(name.get(), pages.show(new OpenRun(course))));
        first &= !counts;
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
    Stage stage = course.stage();
    if (stage instanceof Stage.Device) {
      return Optional.of("Window");
    }
    if (stage instanceof Stage.Instructions) {
      return Optional.of("Instructions");
    }
    if (stage instanceof Stage.Comprehension) {
      return Optional.of("Questions about the instructions");
    }
    if (stage instanceof Stage.Questions) {
      return Optional.of("Questionnaire");
    }
    return stage instanceof Stage.Judge judge
        ? Optional.of(name(course, judge.trial()))
        : Optional.empty();
  }

  private static String name(Course course, Trial trial) {
    return switch (trial.kind()) {
      case PRACTICE -> "Practice " + course.trials().number(trial);
      case ATTENTION -> "Attention check " + course.trials().number(trial);
      case TRIAL -> "The first of " + course.counts().trials() + " pictures that count";
    };
  }

  private Course goOn(Course course, List<Leaf> leaves) {
    String token = course.run().token();
    Stage stage = course.stage();
    if (stage instanceof Stage.Device) {
      return preparation.device(token, OptionalInt.empty(), OptionalInt.empty());
    }
    if (stage instanceof Stage.Instructions) {
      return preparation.instructed(token);
    }
    if (stage instanceof Stage.Comprehension) {
      return preparation.comprehended(
          token,
          course.study().comprehension().orElseThrow().questions().stream()
              .map(Comprehension.Question::right)
              .toList());
    }
    if (stage instanceof Stage.Judge judge) {
      return judge(token, judge.trial(), leaves);
    }
    participation.reply(token, Replying.toAll(course.study().questionnaire()));
    return participation.of(token);
  }

  private Course judge(String token, Trial trial, List<Leaf> leaves) {
    Course course =
        participation.answer(token, trial.position(), trial.asked().orElse(ANY), Behaviour.UNKNOWN);
    if (trial.kind() == Kind.PRACTICE) {
      leaves.add(
          leaf(
              name(course, trial) + ": what would have been right",
              trials.feedback(token, trial.position())));
    }
    return course;
  }

  private static Response welcome(OpenStudy study, Locale language) {
    return StudyPages.welcome(study, language);
  }

  private static Response consent(OpenStudy study, Locale language) {
    return StudyPages.consent(study, language);
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
