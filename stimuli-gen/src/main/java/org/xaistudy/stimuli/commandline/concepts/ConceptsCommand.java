package org.xaistudy.stimuli.commandline.concepts;

import picocli.CommandLine.Command;

/** {@code stimuli-gen concepts}. */
@Command(
    name = "concepts",
    mixinStandardHelpOptions = true,
    description = {
      "What the channels of a model stand for: their reference images, the parts of an image they use,"
          + " how they are made of lower ones.",
      "Works on a study (--study) and on any ONNX model (--model) with a folder of images (--data) or"
          + " an array (--inputs)."
    },
    subcommands = {
      ReferencesCommand.class,
      SheetCommand.class,
      RegionCommand.class,
      AtlasCommand.class,
      GraphCommand.class,
      AblateCommand.class,
      ClassesCommand.class,
      SimilarityCommand.class,
      ExploreCommand.class
    })
public final class ConceptsCommand {}
