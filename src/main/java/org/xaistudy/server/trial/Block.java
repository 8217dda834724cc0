package org.xaistudy.server.trial;

import java.util.List;
import org.xaistudy.studies.manifest.Manifest.Stimulus;

/**
 * What a person judges with one method.
 *
 * @param method its id
 * @param stimuli those that count
 */
record Block(String method, List<Stimulus> stimuli) {
  /** Copies the list. */
  Block {
    stimuli = List.copyOf(stimuli);
  }
}
