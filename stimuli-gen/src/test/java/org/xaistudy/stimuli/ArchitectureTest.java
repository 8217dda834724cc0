package org.xaistudy.stimuli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.xaistudy.stimuli", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule importsNothingUpwards =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.xaistudy.analysis..", "org.xaistudy.server..");

  @ArchTest
  static final ArchRule packagesAreFreeOfCycles =
      slices().matching("org.xaistudy.stimuli.(*)..").should().beFreeOfCycles();

  /** A network and its attributions know nothing of studies, birds and borders. */
  @ArchTest
  static final ArchRule modelAndAttributionStandAlone =
      noClasses()
          .that()
          .resideInAnyPackage("..stimuli.model..", "..stimuli.attribution..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.xaistudy.studies..",
              "..stimuli.dataset..",
              "..stimuli.artefact..",
              "..stimuli.render..",
              "..stimuli.explanation..",
              "..stimuli.bundle..");
}
