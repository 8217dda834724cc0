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

  /** Rules know no layers, layers know no way through the graph. */
  @ArchTest
  static final ArchRule rulesKnowNothingOfAttribution =
      noClasses()
          .that()
          .resideInAPackage("..stimuli.attribution.rule")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..stimuli.attribution", "..stimuli.attribution.layer");

  @ArchTest
  static final ArchRule layersKnowNothingOfTheGraph =
      noClasses()
          .that()
          .resideInAPackage("..stimuli.attribution.layer")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..stimuli.attribution");

  /** How relevance passes a layer is nobody else's business. */
  @ArchTest
  static final ArchRule rulesAndLayersBelongToAttribution =
      noClasses()
          .that()
          .resideOutsideOfPackage("..stimuli.attribution..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..stimuli.attribution.rule..", "..stimuli.attribution.layer..");

  /** Shapley values need logits only. */
  @ArchTest
  static final ArchRule shapleyNeedsNothingOfAttribution =
      noClasses()
          .that()
          .resideInAPackage("..stimuli.shapley..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..stimuli.attribution..", "..stimuli.gradient..");

  /** Native memory is kept and freed in one place, by one idiom. */
  @ArchTest
  static final ArchRule scopesAreOpenedInOnePlace =
      noClasses()
          .that()
          .doNotHaveSimpleName("NativeTensors")
          .should()
          .dependOnClassesThat()
          .haveSimpleName("NDScope");

  /** Commands are the top: nothing knows them. */
  @ArchTest
  static final ArchRule nothingKnowsTheCommands =
      noClasses()
          .that()
          .resideOutsideOfPackage("..stimuli.commandline..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..stimuli.commandline..");

  /** A network and its attributions know nothing of studies, birds and borders. */
  @ArchTest
  static final ArchRule modelAndAttributionStandAlone =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..stimuli.model..",
              "..stimuli.attribution..",
              "..stimuli.gradient..",
              "..stimuli.shapley..")
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
