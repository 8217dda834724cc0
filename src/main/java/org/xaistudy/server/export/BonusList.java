package org.xaistudy.server.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.xaistudy.server.blinding.Blinding;
import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.server.bundle.StudyKeys;
import org.xaistudy.server.decision.Decision.Kind;
import org.xaistudy.server.decision.Decisions;

/**
 * What to pay beyond the reward, by a rule: so much for each right answer, up to a limit. The
 * server keeps nobody's id, so the researcher brings the ids that the platform lists; each is
 * recognised by its keyed hash, for as long as that is kept, and not stored.
 */
@ApplicationScoped
public class BonusList {
  private final Session session;
  private final StudyKeys keys;
  private final Blinding blinding;
  private final Decisions decisions;

  BonusList(Session session, StudyKeys keys, Blinding blinding, Decisions decisions) {
    this.session = session;
    this.keys = keys;
    this.blinding = blinding;
    this.decisions = decisions;
  }

  /**
   * A rule.
   *
   * @param each for a right answer that counts, at least 0
   * @param most for one person, at least 0
   */
  public record Rule(BigDecimal each, BigDecimal most) {
    BigDecimal of(int right) {
      return each.multiply(BigDecimal.valueOf(right)).min(most).setScale(2, RoundingMode.DOWN);
    }

    /** In words, as it is published. */
    String words() {
      return "%s for each right answer, at most %s"
          .formatted(each.toPlainString(), most.toPlainString());
    }
  }

  /** How a platform's bulk upload wants it. */
  public enum Form {
    /** A line {@code id,amount} each, without a header: Prolific, Connect. */
    LINES,
    /** With a header and the assignment, as MTurk's SendBonus needs both. */
    MTURK
  }

  /**
   * The list of those who finished and have earned something, in the order of the ids.
   *
   * @param ids the platform's ids of people
   * @param by name of the researcher's account: that there is a bonus, and by which rule, is kept
   * @return empty while nobody may be told who is right
   */
  @Transactional
  public Optional<String> of(OpenStudy study, List<String> ids, Rule rule, Form form, String by) {
    if (blinding.blindVersion(study.id()).isPresent()) {
      return Optional.empty();
    }
    List<String> lines = new ArrayList<>();
    for (String id : ids) {
      line(study, id, rule, form).ifPresent(lines::add);
    }
    decisions.keep(
        study.id(), study.number(), by, Kind.BONUS, String.valueOf(lines.size()), rule.words());
    if (form == Form.MTURK) {
      lines.add(0, "WorkerId,AssignmentId,BonusAmount,Reason");
    }
    return Optional.of(String.join("\n", lines) + "\n");
  }

  private Optional<String> line(OpenStudy study, String id, Rule rule, Form form) {
    return keys.pseudonym(study.id(), id)
        .flatMap(hash -> earned(study, hash))
        .filter(row -> rule.of(row.get("correct", Integer.class)).signum() > 0)
        .map(
            row -> {
              String amount = rule.of(row.get("correct", Integer.class)).toPlainString();
              return form == Form.LINES
                  ? id + "," + amount
                  : id + "," + row.get("reference", String.class) + "," + amount + ",Right answers";
            });
  }

  private Optional<Tuple> earned(OpenStudy study, String hash) {
    return session
        .createNativeQuery(
            """
            select coalesce(r.reference, '') as reference,
              (select count(*) from answer a join trial t on t.id = a.trial_id
                where t.run_id = r.id and t.kind = 'TRIAL' and a.said = t.right_answer)
                as correct
            from run r
            where r.study = :study and r.person = :hash and r.completed_at is not null
              and r.source not in ('PREVIEW', 'SIMULATED')""",
            Tuple.class)
        .addScalar("reference", String.class)
        .addScalar("correct", Integer.class)
        .setParameter("study", study.id())
        .setParameter("hash", hash)
        .getResultStream()
        .findFirst();
  }
}
