package org.xaistudy.analysis;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

@AnalyzeClasses(packages = "org.xaistudy.analysis", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "org.xaistudy.analysis.";

  /** Each room may use those before it, and no other. */
  private static final List<String> ROOMS =
      List.of(
          "csv",
          "distribution",
          "responses",
          "arrivals",
          "exclusion",
          "rates",
          "comparison",
          "bootstrap",
          "mixedmodel",
          "plan",
          "results",
          "statistics",
          "figure",
          "power",
          "report",
          "archive",
          "commandline");

  @ArchTest
  static final ArchRule importsNothingUpwards =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.xaistudy.stimuli..", "org.xaistudy.server..");

  @ArchTest
  static void roomsUseOnlyThoseBelow(JavaClasses classes) {
    for (int room = 0; room < ROOMS.size() - 1; room++) {
      String[] above =
          ROOMS.subList(room + 1, ROOMS.size()).stream()
              .map(name -> ROOT + name + "..")
              .toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage(ROOT + ROOMS.get(room) + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(above)
          .check(classes);
    }
  }

  @ArchTest
  static void everyRoomIsNamedAbove(JavaClasses classes) {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOMS.stream().map(name -> ROOT + name).toArray(String[]::new))
        .should()
        .resideInAPackage(ROOT + "(*)..")
        .check(classes);
  }

  @ArchTest
  static final ArchRule whatIsForProgramsAndWhatIsForPeopleStandApart =
      noClasses()
          .that()
          .resideInAnyPackage(ROOT + "figure..", ROOT + "report..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + "statistics..");

  @ArchTest
  static final ArchRule theServerCanUseAllButTheCommandLine =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "commandline")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("picocli..", "me.tongfei..")
          .orShould()
          .callMethod(System.class, "exit", int.class);
}
