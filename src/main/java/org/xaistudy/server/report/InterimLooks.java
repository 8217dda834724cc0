package org.xaistudy.server.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.Session;
import org.xaistudy.analysis.AnalysisException;
import org.xaistudy.analysis.plan.Looks;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.responses.Responses;
import org.xaistudy.analysis.responses.ResponsesFile;
import org.xaistudy.analysis.results.InterimLook;
import org.xaistudy.server.bundle.KeptVersion;
import org.xaistudy.server.decision.Decision.Kind;
import org.xaistudy.server.decision.Decisions;
import org.xaistudy.server.export.ResponseExport;

/**
 * The looks before the end that the plan foresees: of how many people each is, whether they have
 * finished, and what it tells. The plan is the one that stood before the first participant; the
 * people are those who finished first, so that whoever opens a look late learns nothing more.
 */
@ApplicationScoped
class InterimLooks {
  private final ResponseExport responses;
  private final Decisions decisions;
  private final Session session;

  InterimLooks(ResponseExport responses, Decisions decisions, Session session) {
    this.responses = responses;
    this.decisions = decisions;
    this.session = session;
  }

  /**
   * Which look the people who have finished allow.
   *
   * @param planned all looks; the last is the report
   * @param number of the newest that is allowed, from 0; −1: none yet
   * @param lacking how many have still to finish before the next, for each method that lacks some;
   *     none where the next is the report
   */
  record Standing(Looks planned, int number, Map<String, Integer> lacking) {
    /**
     * From how many have finished.
     *
     * @param finished people, for each method
     */
    static Standing of(Looks planned, Map<String, Integer> finished) {
      int fewest = finished.values().stream().mapToInt(Integer::intValue).min().orElse(0);
      // The last look is the report, which opens by itself.
      int report = planned.participants().size() - 1;
      int number = Math.min(planned.at(fewest), report - 1);
      Map<String, Integer> lacking = new LinkedHashMap<>();
      if (number + 1 < report) {
        int next = planned.participants().get(number + 1);
        finished.forEach(
            (method, people) -> {
              if (people < next) {
                lacking.put(method, next - people);
              }
            });
      }
      return new Standing(planned, number, lacking);
    }

    /** Whether there is a look before the end. */
    boolean isPlanned() {
      return planned.several();
    }

    /** Whether one may be taken now. */
    boolean isReached() {
      return number >= 0;
    }

    /** People per method at the newest that is allowed. */
    int participants() {
      return planned.participants().get(number);
    }

    /** People per method at the one after that. */
    int next() {
      return planned.participants().get(number + 1);
    }

    /** Such as {@code 1 of 3}. */
    String name() {
      return number + 1 + " of " + planned.participants().size();
    }
  }

  /** Where a version stands among its looks. */
  @Transactional
  Standing standing(KeptVersion version) {
    Plan plan = plan(version);
    Map<String, Integer> finished = new LinkedHashMap<>();
    finished(version, plan)
        .forEach((method, people) -> finished.put(plan.name(method), people.size()));
    return Standing.of(plan.looks().orElseThrow(), finished);
  }

  /** Whether somebody has taken the newest look that is allowed. */
  @Transactional
  boolean isTaken(KeptVersion version, Standing standing) {
    return decisions.of(study(version), version.number()).stream()
        .anyMatch(
            decision ->
                decision.kind() == Kind.LOOKED && decision.subject().equals(standing.name()));
  }

  /**
   * Keeps that a look was taken, once.
   *
   * @param by name of the researcher's account
   */
  @Transactional
  void keep(KeptVersion version, Standing standing, String by) {
    if (!isTaken(version, standing)) {
      decisions.keep(study(version), version.number(), by, Kind.LOOKED, standing.name(), "");
    }
  }

  /**
   * What the newest look that is allowed tells; outside of any transaction, because it takes a
   * while.
   *
   * @throws AnalysisException if the plan cannot be carried out
   */
  InterimLook result(KeptVersion version, Standing standing) throws IOException {
    Set<String> first = first(version, standing.participants());
    Responses everybody = ResponsesFile.read(unblinded(version), responses.name());
    return InterimLook.of(everybody.only(person -> first.contains(person.id())), plan(version));
  }

  /** The pseudonyms of the first who have finished, so many of each method. */
  @Transactional
  Set<String> first(KeptVersion version, int participants) {
    Set<String> first = new HashSet<>();
    finished(version, plan(version))
        .values()
        .forEach(people -> first.addAll(people.subList(0, participants)));
    return first;
  }

  /** The pseudonyms of those who have finished, by method, the earliest first. */
  private Map<String, List<String>> finished(KeptVersion version, Plan plan) {
    Map<String, List<String>> finished = new LinkedHashMap<>();
    plan.methods().forEach(method -> finished.put(method, new ArrayList<>()));
    session
        .createNativeQuery(
            """
            select r.method as method, r.pseudonym as pseudonym
            from run r join place p on p.run_id = r.id
            where p.version_id = :version and p.completed = true
            order by r.completed_at, r.id""",
            Tuple.class)
        .setParameter("version", version.row())
        .getResultStream()
        .forEach(
            row ->
                finished
                    .computeIfAbsent(row.get("method", String.class), method -> new ArrayList<>())
                    .add(row.get("pseudonym", String.class)));
    return finished;
  }

  private ByteArrayInputStream unblinded(KeptVersion version) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Writer writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
      responses.writeUnblinded(study(version), writer);
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }

  private static Plan plan(KeptVersion version) {
    return Plan.of(version.first().study().study());
  }

  private static String study(KeptVersion version) {
    return version.first().study().study().id();
  }
}
