package org.xaistudy.stimuli.commandline.concepts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.xaistudy.stimuli.concept.RangeSearch;
import org.xaistudy.stimuli.concept.ReferenceSearch;
import org.xaistudy.stimuli.concept.References;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * Opens model and images as options of the command line say.
 *
 * @param options such as {@code --model=/data/net.onnx}; paths absolute, so that they mean the same
 *     wherever a process was started
 */
record OptionsSearch(List<String> options) implements RangeSearch {
  private static final class Holder {
    @Mixin private ConceptOptions options = new ConceptOptions();
  }

  OptionsSearch {
    options = List.copyOf(options);
  }

  /** Those that a person gave, without the ones that do not concern model and images. */
  static OptionsSearch of(ParseResult given) {
    CommandLine known = new CommandLine(new Holder());
    List<String> options = new ArrayList<>();
    for (OptionSpec option : given.matchedOptions()) {
      if (known.getCommandSpec().findOption(option.longestName()) != null) {
        for (String value : option.originalStringValues()) {
          boolean path = option.type() == Path.class;
          String lasting = path ? Path.of(value).toAbsolutePath().toString() : value;
          options.add(option.longestName() + "=" + lasting);
        }
      }
    }
    return new OptionsSearch(options);
  }

  @Override
  public References search(References.Question question, References.Range range)
      throws IOException {
    Holder holder = new Holder();
    new CommandLine(holder).parseArgs(options.toArray(String[]::new));
    try (ConceptTask task = holder.options.open()) {
      References.Question here = task.wanted(task.question().layers(), task.question().criteria());
      if (!here.sameSource(question)) {
        throw new IOException("this machine has another model or other images at " + options);
      }
      ReferenceSearch search = task.search();
      References found = new References(question);
      search.search(found, range.from(), range.to(), done -> {});
      return found;
    }
  }
}
