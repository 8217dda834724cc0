package org.xaistudy.analysis.report;

import java.util.Optional;
import org.xaistudy.analysis.arrivals.Arrivals;
import org.xaistudy.studies.manifest.Manifest;

/**
 * What is known of a study beside its answers.
 *
 * @param arrivals everybody who arrived; empty where nothing tells
 * @param manifest what was shown; empty where nothing tells
 * @param pictures the images that it names
 */
public record Background(
    Optional<Arrivals> arrivals, Optional<Manifest> manifest, Pictures pictures) {
  /** Nothing is known. */
  public static final Background NONE =
      new Background(Optional.empty(), Optional.empty(), name -> Optional.empty());

  /** Finds images by their names in the manifest. */
  public interface Pictures {
    /** The bytes of an image; empty where it is not there. */
    Optional<byte[]> of(String name);
  }
}
