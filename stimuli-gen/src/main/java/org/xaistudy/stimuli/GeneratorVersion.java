package org.xaistudy.stimuli;

import picocli.CommandLine.IVersionProvider;

/** The version in the jar's manifest; {@code development} when run from classes. */
final class GeneratorVersion implements IVersionProvider {
  static String current() {
    String version = GeneratorVersion.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  @Override
  public String[] getVersion() {
    return new String[] {"stimuli-gen " + current()};
  }
}
