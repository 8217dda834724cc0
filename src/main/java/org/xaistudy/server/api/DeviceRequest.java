package org.xaistudy.server.api;

import java.util.OptionalInt;

/**
 * A window.
 *
 * @param width in CSS pixels; absent where it is not known
 * @param height in CSS pixels; absent where it is not known
 * @param cannotBeLarger whether the person says that this is all there is, and it is too small
 */
public record DeviceRequest(OptionalInt width, OptionalInt height, boolean cannotBeLarger) {
  /** What is absent is not known. */
  public DeviceRequest {
    width = width == null ? OptionalInt.empty() : width;
    height = height == null ? OptionalInt.empty() : height;
  }
}
