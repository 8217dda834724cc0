package org.xaistudy.stimuli.generation;

import picocli.CommandLine.IVersionProvider;

/** The version in the jar's manifest; {@code development} when run from classes. */
public final class GeneratorVersion implements IVersionProvider {
  /** The version. */
  public static String current() {
    String version = GeneratorVersion.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  @Override
  public String[] getVersion() {
    return new String[] {"stimuli-gen " + current()};
  }
}
