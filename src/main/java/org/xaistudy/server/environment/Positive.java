package org.xaistudy.server.environment;

import org.eclipse.microprofile.config.spi.Converter;

/** A setting that is a whole number from 1 on; with anything else the server does not start. */
public final class Positive implements Converter<Integer> {
  private static final long serialVersionUID = 1;

  @Override
  public Integer convert(String value) {
    int number = Integer.parseInt(value.strip());
    if (number < 1) {
      throw new IllegalArgumentException("expected at least 1, found " + number);
    }
    return number;
  }
}
