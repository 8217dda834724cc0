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
