package org.xaistudy.analysis.rates;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.xaistudy.analysis.distribution.Estimate;
import org.xaistudy.analysis.responses.Answer;
import org.xaistudy.analysis.responses.Judgement;
import org.xaistudy.analysis.responses.Participant;

/**
 * Counts of answers where several things are shown in an order drawn by chance and one is right.
 *
 * @param places in the order of the page
 */
public record Places(List<Place> places) implements Tally {
  /**
   * One of the places.
   *
   * @param name as it is stored
   * @param right in how many of all trials the right one stood there
   * @param said in how many of all trials it was chosen
   * @param found in how many of the trials in which the right one stood there it was chosen
   * @param bias the share of a person's trials in which they chose the place, less that in which
   *     the right one stood there: mean over people, −1 to 1, against 0
   */
  public record Place(String name, Rate right, Rate said, Rate found, Estimate bias) {}

  /** Copies the list. */
  public Places {
    places = List.copyOf(places);
  }

  /** Counts answers, all of them among the options. */
  public static Places of(List<Participant> people, List<String> options) {
    return new Places(options.stream().map(option -> place(people, option)).toList());
  }

  private static Place place(List<Participant> people, String name) {
    Predicate<Judgement.Place> right = one -> one.right().equals(name);
    Predicate<Judgement.Place> said = one -> one.said().equals(name);
    int trials = people.stream().mapToInt(person -> person.answers().size()).sum();
    int stood = count(people, right);
    return new Place(
        name,
        new Rate(stood, trials),
        new Rate(count(people, said), trials),
        new Rate(count(people, right.and(said)), stood),
        Estimate.ofMean(
            people.stream().mapToDouble(one -> share(one, said) - share(one, right)).toArray(), 0));
  }

  private static int count(List<Participant> people, Predicate<Judgement.Place> which) {
    return (int) people.stream().flatMap(Places::judgements).filter(which).count();
  }

  private static double share(Participant person, Predicate<Judgement.Place> which) {
    return (double) judgements(person).filter(which).count() / person.answers().size();
  }

  private static Stream<Judgement.Place> judgements(Participant person) {
    return person.answers().stream().map(Answer::judgement).map(Judgement.Place.class::cast);
  }

  @Override
  public Rate accuracy() {
    return new Rate(
        places.stream().mapToInt(place -> place.found().hits()).sum(),
        places.stream().mapToInt(place -> place.found().trials()).sum());
  }
}
