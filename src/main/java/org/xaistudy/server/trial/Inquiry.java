package org.xaistudy.server.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xaistudy.server.environment.ReplayableChance;
import org.xaistudy.studies.FurtherQuestion;
import org.xaistudy.studies.Grade;
import org.xaistudy.studies.Study;

/**
 * What a person is asked in one trial. Nobody is asked how clear an explanation is that they do not
 * see.
 *
 * @param options what can be answered, as it is stored; empty where only something is shown
 * @param confidence whether it is asked how sure they are
 * @param clarity whether it is asked how clear the explanation is
 * @param further what else is asked, in the study's order
 * @param graded whether the answer and how sure they are is one decision of four: the confidence is
 *     0 or 1 then
 */
public record Inquiry(
    List<String> options,
    boolean confidence,
    boolean clarity,
    List<FurtherQuestion> further,
    boolean graded) {
  /** What the messages about further questions begin with. */
  private static final String FURTHER = "further.";

  private static final Inquiry NOTHING = new Inquiry(List.of(), false, false);

  /** Copies the lists. */
  public Inquiry {
    options = List.copyOf(options);
    further = List.copyOf(further);
  }

  /** Nothing further. */
  public Inquiry(List<String> options, boolean confidence, boolean clarity) {
    this(options, confidence, clarity, List.of(), false);
  }

  /** What is asked with a method about pictures that are judged. */
  public static Inquiry of(Study study, String method) {
    return new Inquiry(
        study.options(),
        study.questions().confidence().isPresent() || study.questions().graded(),
        study.questions().clarity().isPresent() && study.explains(method),
        // In a task with a training, too, pictures are judged alone.
        study.questions().further(study.explains(method) && !study.task().trains()),
        study.questions().graded());
  }

  /** What is asked in a trial; in an attention check, what it asks for. */
  public static Inquiry of(Study study, Trial trial) {
    return switch (trial.kind()) {
      case TRAINING -> NOTHING;
      case PRACTICE, TRIAL -> of(study, trial.method());
      case ATTENTION -> {
        Judgement asked = trial.asked().orElseThrow();
        yield new Inquiry(
            study.options(),
            asked.confidence().isPresent(),
            asked.clarity().isPresent(),
            List.of(),
            study.questions().graded());
      }
    };
  }

  /** What is missing, not asked or no option, by its name; empty if all is well. */
  public List<String> wanting(Judgement judgement) {
    List<String> wanting = new ArrayList<>();
    boolean answered =
        options.isEmpty()
            ? judgement.answer().isEmpty()
            : judgement.answer().filter(options::contains).isPresent();
    if (!answered) {
      wanting.add("answer");
    }
    if (judgement.confidence().isPresent() != confidence
        || judgement.confidence().filter(value -> value > mostConfidence()).isPresent()) {
      wanting.add("confidence");
    }
    if (judgement.clarity().isPresent() != clarity) {
      wanting.add("clarity");
    }
    further.stream()
        .filter(question -> !fits(question, judgement.further().get(question.id())))
        .forEach(question -> wanting.add(FURTHER + question.id()));
    judgement.further().keySet().stream()
        .filter(id -> further.stream().noneMatch(question -> question.id().equals(id)))
        .forEach(id -> wanting.add(FURTHER + id));
    return wanting;
  }

  /** Whether a further question is among what {@link #wanting} names. */
  public static boolean isAmong(List<String> wanting, FurtherQuestion question) {
    return wanting.contains(FURTHER + question.id());
  }

  private static boolean fits(FurtherQuestion question, @Nullable String said) {
    return said == null ? !question.required() : question.answer().accepts(said);
  }

  /** The first option and the middle of the scales, for whoever goes through a study unasked. */
  public Judgement any() {
    Optional<Integer> middle = Optional.of((Judgement.LOWEST + Judgement.HIGHEST + 1) / 2);
    return new Judgement(
        options.stream().findFirst(),
        middle.map(value -> Math.min(value, mostConfidence())).filter(value -> confidence),
        middle.filter(value -> clarity),
        further.stream()
            .collect(
                Collectors.toMap(
                    FurtherQuestion::id, question -> question.answer().some("preview"))));
  }

  /** Anything, each as likely. */
  Judgement drawn(ReplayableChance chance) {
    // The last comes first: of yes and no a coin that falls on heads is a yes, as it always was.
    String answer = options.get(options.size() - 1 - chance.below(options.size()));
    return new Judgement(
        Optional.of(answer),
        drawn(confidence, mostConfidence(), chance),
        drawn(clarity, Judgement.HIGHEST, chance));
  }

  private static Optional<Integer> drawn(boolean asked, int most, ReplayableChance chance) {
    return asked ? Optional.of(chance.below(most + 1)) : Optional.empty();
  }

  /** How sure one can say to be. */
  public int mostConfidence() {
    return graded ? Grade.SURE : Judgement.HIGHEST;
  }
}
