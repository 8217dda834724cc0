package org.xaistudy.studies;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.xaistudy", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule usesNothingOfOurs =
      noClasses()
          .that()
          .resideInAPackage("org.xaistudy.studies..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.xaistudy.analysis..", "org.xaistudy.stimuli..", "org.xaistudy.server..");

  @ArchTest
  static final ArchRule packagesAreFreeOfCycles =
      slices().matching("org.xaistudy.studies.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule packagesAreNamedAfterWhatTheyAreAbout =
      noClasses()
          .should()
          .resideInAnyPackage(
              "..util..",
              "..utils..",
              "..impl..",
              "..helper..",
              "..manager..",
              "..service..",
              "..dto..",
              "..common..",
              "..misc..");
}
