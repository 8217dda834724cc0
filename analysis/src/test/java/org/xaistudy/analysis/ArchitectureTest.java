package org.xaistudy.analysis;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.xaistudy.analysis.bootstrap.Resampled;
import org.xaistudy.analysis.bootstrap.ResampledStatistic;
import org.xaistudy.analysis.distribution.Estimate;
import org.xaistudy.analysis.distribution.Interval;
import org.xaistudy.analysis.distribution.Quoted;

@AnalyzeClasses(packages = "org.xaistudy.analysis", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "org.xaistudy.analysis.";

  /** Comparisons of numbers, and their signs. */
  private static final String COMPARES = "min|max|abs|signum";

  /** Each room may use those before it, and no other. */
  private static final List<String> ROOMS =
      List.of(
          "words",
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

  /**
   * Numbers are computed before the report: what it quotes stands in {@code statistics.csv}, too,
   * and has a reference there. Accessors of results are all that it may ask; {@link
   * NumbersOfTheReportTest} looks at its arithmetic.
   */
  @ArchTest
  static final ArchRule theReportComputesNothing =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "report..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.commons..")
          .orShould()
          .dependOnClassesThat(
              resideInAnyPackage(ROOT + "bootstrap..", ROOT + "distribution..")
                  .and(not(belongToAnyOf(ResampledStatistic.class, Resampled.class)))
                  .and(not(belongToAnyOf(Estimate.class, Interval.class, Quoted.class))))
          .orShould()
          .callMethodWhere(makesWhatOthersAreToMake())
          .orShould()
          .callMethodWhere(target(owner(assignableTo(StrictMath.class))))
          .orShould()
          .callMethodWhere(
              target(owner(assignableTo(Math.class))).and(target(not(nameMatching(COMPARES)))));

  /** Static methods of the rooms that compute: their tests, fits and rates are made there. */
  private static DescribedPredicate<JavaMethodCall> makesWhatOthersAreToMake() {
    return DescribedPredicate.describe(
        "make tests, fits or rates",
        call ->
            resideInAnyPackage(
                        ROOT + "rates..",
                        ROOT + "comparison..",
                        ROOT + "mixedmodel..",
                        ROOT + "bootstrap..",
                        ROOT + "distribution..")
                    .test(call.getTargetOwner())
                && !call.getTargetOwner().isEnum()
                && call.getTarget()
                    .resolveMember()
                    .filter(method -> method.getModifiers().contains(JavaModifier.STATIC))
                    .isPresent());
  }

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
