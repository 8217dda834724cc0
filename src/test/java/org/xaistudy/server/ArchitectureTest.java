package org.xaistudy.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
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

  @Test
  void packagesAreNamedAfterWhatTheyAreAbout() {
    noClasses()
        .should()
        .resideInAnyPackage(
            "..util..", "..impl..", "..helper..", "..manager..", "..service..", "..dto..")
        .check(CLASSES);
  }
}
