package org.xaistudy.analysis.commandline;

import org.xaistudy.analysis.AnalysisException;
import org.xaistudy.analysis.words.Words;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A language on the command line, by its code. */
final class WordsConverter implements ITypeConverter<Words> {
  @Override
  public Words convert(String language) {
    try {
      return Words.of(language);
    } catch (AnalysisException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
