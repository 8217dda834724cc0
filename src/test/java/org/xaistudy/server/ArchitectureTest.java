package org.xaistudy.server;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Through ArchUnit's own API: its JUnit engine belongs to another version of JUnit. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("org.xaistudy.server");

  @Test
  void packagesAreFreeOfCycles() {
    slices().matching("org.xaistudy.server.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  /** A run is begun by {@code enrolment} and shown by what is above it; its rules need neither. */
  @Test
  void theRulesOfARunKnowNeitherPagesNorApi() {
    below("run", "enrolment", "participation", "api", "images", "page", "failure", "limits");
    below("run", "researcher", "deletion", "retention", "export", "report");
    below("enrolment", "participation", "api", "images", "page", "failure", "limits");
    below("assignment", "run", "enrolment", "trial");
    below("trial", "run", "enrolment", "assignment");
    below("recruitment", "run", "enrolment", "trial", "assignment", "bundle");
    below("participation", "api", "researcher");
    below("api", "participation", "researcher");
  }

  /** Pages and API ask and tell; whoever changes a run is in {@code run}. */
  @Test
  void pagesAndApiAreThin() {
    noClasses()
        .that()
        .resideInAnyPackage("org.xaistudy.server.participation", "org.xaistudy.server.api")
        .should()
        .dependOnClassesThat(
            describe(
                "store",
                type ->
                    List.of("Runs", "Trials", "Places", "Replies").contains(type.getSimpleName())))
        .check(CLASSES);
  }

  private static void below(String lower, String... higher) {
    noClasses()
        .that()
        .resideInAPackage("org.xaistudy.server." + lower)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            Arrays.stream(higher).map("org.xaistudy.server."::concat).toArray(String[]::new))
        .check(CLASSES);
  }

  @Test
  void doesNotNeedTheGenerator() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.xaistudy.stimuli..")
        .check(CLASSES);
  }

  /** A policy for paths alone is easily passed by paths that are written in another way. */
  @Test
  void theResearchersPagesAskForThePasswordThemselves() {
    classes()
        .that(
            describe(
                "are below /researcher",
                type ->
                    type.isAnnotatedWith(Path.class)
                        && type.getAnnotationOfType(Path.class).value().startsWith("/researcher")))
        .should()
        .beAnnotatedWith(Authenticated.class)
        .check(CLASSES);
  }

  @Test
  void packagesAreNamedAfterWhatTheyAreAbout() {
    noClasses()
        .should()
        .resideInAnyPackage(
            "..util..", "..impl..", "..helper..", "..manager..", "..service..", "..dto..")
        .check(CLASSES);
  }
}
