package org.xaistudy.studies;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Questions about the instructions, before anything is judged.
 *
 * @param tries how often they may be answered; the instructions are shown again in between
 * @param questions with one right answer each
 */
public record Comprehension(int tries, List<Question> questions) {
  /** Copies the list. */
  public Comprehension {
    questions = List.copyOf(questions);
  }

  /** Indices of the right answers, from 0, in the order of the questions. */
  public List<Integer> rightAnswers() {
    return questions.stream().map(Question::right).toList();
  }

  /**
   * A question with one right answer.
   *
   * @param question what is asked
   * @param answers what can be chosen
   */
  public record Question(Text question, List<Answer> answers) {
    /** Copies the list. */
    public Question {
      answers = List.copyOf(answers);
    }

    /** Index of the right answer, from 0. */
    public int right() {
      return IntStream.range(0, answers.size())
          .filter(i -> answers.get(i).correct())
          .findFirst()
          .orElseThrow();
    }
  }

  /**
   * What can be chosen.
   *
   * @param text what people read
   * @param correct whether it is right
   */
  public record Answer(Text text, Boolean correct) {
    /** What is not said to be correct is wrong. */
    public Answer {
      correct = Boolean.TRUE.equals(correct);
    }
  }
}
