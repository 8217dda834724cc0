package org.xaistudy.server.researcher;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.server.bundle.Studies;
import org.xaistudy.studies.Method;

/** Says at start where everything is. */
@ApplicationScoped
class Greeting {
  private final Studies studies;
  private final Researcher researcher;
  private final String base;

  Greeting(
      Studies studies,
      Researcher researcher,
      @ConfigProperty(name = "xaistudy.url", defaultValue = "http://localhost:${quarkus.http.port}")
          String base) {
    this.studies = studies;
    this.researcher = researcher;
    this.base = base.replaceAll("/$", "");
  }

  void greet(@Observes StartupEvent started) {
    print(System.out);
  }

  private void print(PrintStream out) {
    List<String> lines = new ArrayList<>();
    for (OpenStudy study : studies.all()) {
      lines.add("Study " + study.id() + ", version " + study.number());
      lines.add("  participants  " + Links.participant(study, base));
      for (Method method : study.study().methods()) {
        lines.add(
            String.format(
                "  %-12s  %s", "preview " + method.id(), Links.preview(study, method.id(), base)));
      }
      lines.add("");
    }
    lines.add("Researcher");
    lines.add("  page          " + base + "/researcher");
    lines.add("  name          " + researcher.name());
    lines.add(
        "  password      "
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
