package org.xaistudy.server.export;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import org.xaistudy.server.decision.Decision;
import org.xaistudy.server.decision.Decisions;
import org.xaistudy.server.page.CsvText;

/** {@code decisions.csv}: what researchers decided while people took part, in order. */
@ApplicationScoped
public class DecisionExport implements Table {
  private static final List<String> HEADER =
      List.of("version", "decided_at", "decided_by", "decision", "subject", "reason");
  private final Decisions decisions;

  DecisionExport(Decisions decisions) {
    this.decisions = decisions;
  }

  @Override
  public String name() {
    return "decisions.csv";
  }

  @Override
  public void write(String study, Appendable out) throws IOException {
    CsvText.write(out, HEADER, decisions.of(study).stream().map(DecisionExport::cells));
  }

  private static List<String> cells(Decision decision) {
    return List.of(
        String.valueOf(decision.version()),
        decision.at().toString(),
        decision.by(),
        decision.kind().written(),
        decision.subject(),
        decision.reason());
  }
}
