package org.xaistudy.server.researcher;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.server.bundle.Studies;
import org.xaistudy.studies.Arm;

/** Says at start where everything is. */
@ApplicationScoped
class Greeting {
  private final Studies studies;
  private final Researcher researcher;
  private final Links links;

  Greeting(Studies studies, Researcher researcher, Links links) {
    this.studies = studies;
    this.researcher = researcher;
    this.links = links;
  }

  void greet(@Observes StartupEvent started) {
    print(System.out);
  }

  private void print(PrintStream out) {
    List<String> lines = new ArrayList<>();
    for (OpenStudy study : studies.all()) {
      lines.add("Study " + study.id() + ", version " + study.number());
      lines.add("  participants     " + links.participant(study));
      for (Arm arm : study.study().arms()) {
        lines.add(
            String.format("  %-15s  %s", "preview " + arm.title(), links.preview(study, arm.id())));
      }
      lines.add("");
    }
    lines.add("Researcher");
    lines.add("  page             " + links.researcher());
    lines.add("  name             " + researcher.name());
    lines.add(
        "  password         "
            + researcher
                .generatedPassword()
                .map(password -> password + "  (until the next start)")
                .orElse("as configured"));
    String rule = "─".repeat(lines.stream().mapToInt(String::length).max().orElse(0) + 2);
    out.println("┌" + rule + "┐");
    int width = rule.length() - 2;
    lines.forEach(line -> out.printf("│ %-" + width + "s │%n", line));
    out.println("└" + rule + "┘");
  }
}
