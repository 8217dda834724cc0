package org.xaistudy.analysis.exclusion;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.xaistudy.analysis.AnalysisException;
import org.xaistudy.analysis.responses.Participant;
import org.xaistudy.analysis.responses.Responses;
import org.xaistudy.analysis.responses.Source;

/**
 * How many people there were, who was left out by which rule, and who remains (after the CONSORT
 * flow diagram, Schulz, Altman & Moher 2010).
 *
 * @param everybody in the file
 * @param setAside previews, and simulated participants where there are real ones: never part of the
 *     study
 * @param versions of the study that are looked at; 0 where the file does not tell
 * @param otherVersions how many people answered each of the others
 * @param steps one for each rule, in the plan's order
 * @param kept the responses that count
 * @param simulated whether all who remain are simulated
 */
public record Flow(
    List<Participant> everybody,
    int setAside,
    SortedSet<Integer> versions,
    SortedMap<Integer, Integer> otherVersions,
    List<Step> steps,
    Responses kept,
    boolean simulated) {
  /**
   * What one rule did.
   *
   * @param rule the rule
   * @param leftOut who was left out by it, not having been by a rule before
   */
  public record Step(ExclusionRule rule, List<Participant> leftOut) {
    /** How many of those who saw one method. */
    public long leftOut(String method) {
      return leftOut.stream().filter(person -> person.methods().contains(method)).count();
    }
  }

  /** Copies the collections. */
  public Flow {
    versions = Collections.unmodifiableSortedSet(new TreeSet<>(versions));
    otherVersions = Collections.unmodifiableSortedMap(new TreeMap<>(otherVersions));
    everybody = List.copyOf(everybody);
    steps = List.copyOf(steps);
  }

  /**
   * Applies the rules one after the other.
   *
   * @throws AnalysisException if nobody answered the version asked for
   */
  public static Flow of(Responses responses, Eligibility selection) {
    Responses study = responses.only(partOfTheStudy(responses));
    SortedMap<Integer, Integer> others = new TreeMap<>();
    study.participants().forEach(person -> others.merge(person.version(), 1, Integer::sum));
    SortedSet<Integer> versions = new TreeSet<>();
    if (!others.isEmpty()) {
      versions.addAll(selection.versions().of(new TreeSet<>(others.keySet())));
    }
    others.keySet().removeAll(versions);
    Responses kept = study.only(person -> versions.contains(person.version()));
    List<Step> steps = new ArrayList<>();
    for (ExclusionRule rule : selection.rules()) {
      steps.add(new Step(rule, kept.participants().stream().filter(rule.leavesOut()).toList()));
      kept = kept.only(rule.leavesOut().negate());
    }
    List<Participant> everybody = responses.participants();
    boolean simulated =
        study.participants().stream().anyMatch(person -> person.source() == Source.SIMULATED);
    return new Flow(
        everybody,
        everybody.size() - study.participants().size(),
        versions,
        others,
        steps,
        kept,
        simulated);
  }

  /** The responses before any rule: for results with and without exclusions. */
  public Responses before() {
    List<Participant> everybody = new ArrayList<>(kept.participants());
    steps.forEach(step -> everybody.addAll(step.leftOut()));
    return new Responses(kept.study(), kept.sha256(), everybody);
  }

  /** How many there were in the file. */
  public int all() {
    return everybody.size();
  }

  /** How many the rules left out. */
  public int leftOut() {
    return steps.stream().mapToInt(step -> step.leftOut().size()).sum();
  }

  private static Predicate<Participant> partOfTheStudy(Responses responses) {
    Set<Source> sources =
        responses.participants().stream()
            .map(Participant::source)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Source.class)));
    sources.remove(Source.PREVIEW);
    boolean onlySimulated = sources.equals(Set.of(Source.SIMULATED));
    return person ->
        person.source() != Source.PREVIEW && (onlySimulated || person.source() != Source.SIMULATED);
  }
}
