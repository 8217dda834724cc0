package org.xaistudy.analysis;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.xaistudy.analysis", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule importsNothingUpwards =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.xaistudy.stimuli..", "org.xaistudy.server..");

  @ArchTest
  static final ArchRule packagesAreFreeOfCycles =
      slices().matching("org.xaistudy.analysis.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theServerCanUseAllButTheCommandLine =
      noClasses()
          .that()
          .resideInAPackage("org.xaistudy.analysis.(*)..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..")
          .orShould()
          .callMethod(System.class, "exit", int.class);
}
