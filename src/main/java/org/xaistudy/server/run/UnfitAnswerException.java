package org.xaistudy.server.run;

import java.util.List;
import org.xaistudy.server.trial.Inquiry;

/** An answer that does not say exactly what the trial asks; nothing is stored. */
public class UnfitAnswerException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient Inquiry inquiry;
  private final transient List<String> wanting;

  UnfitAnswerException(Inquiry inquiry, List<String> wanting) {
    super("missing, not asked here or not to be chosen: " + String.join(", ", wanting));
    this.inquiry = inquiry;
    this.wanting = List.copyOf(wanting);
  }

  /** What is asked. */
  public Inquiry inquiry() {
    return inquiry;
  }

  /** What does not do, as {@link Inquiry#wanting} names it. */
  public List<String> wanting() {
    return wanting;
  }
}
