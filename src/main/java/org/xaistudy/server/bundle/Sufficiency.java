package org.xaistudy.server.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.xaistudy.studies.document.InvalidFileException;
import org.xaistudy.studies.document.Problem;
import org.xaistudy.studies.manifest.Manifest;
import org.xaistudy.studies.manifest.Manifest.Stimulus;
import org.xaistudy.studies.manifest.Manifest.Use;
import org.xaistudy.studies.manifest.StimulusBundle;

/** Whether a bundle holds enough stimuli for what its study promises to each participant. */
final class Sufficiency {
  private Sufficiency() {}

  static void check(StimulusBundle bundle) {
    Manifest manifest = bundle.manifest();
    List<String> lacks = new ArrayList<>();
    int needed = 2 * bundle.study().study().design().trialsPerModel();
    long paired = samplesWithBothModels(manifest.stimuli(Use.TRIAL));
    if (paired < needed) {
      lacks.add("expected " + needed + " samples judged by both models, found " + paired);
    }
    int practice = bundle.study().study().design().practiceTrials();
    long practiceSamples =
        manifest.stimuli(Use.PRACTICE).stream().map(Stimulus::sample).distinct().count();
    if (practiceSamples < practice) {
      lacks.add("expected " + practice + " samples to practise with, found " + practiceSamples);
    }
    if (manifest.stimuli(Use.EXAMPLE).stream().map(Stimulus::artefactUsed).distinct().count() < 2) {
      lacks.add("expected an example that uses the artefact and one that does not");
    }
    if (!lacks.isEmpty()) {
      var file = bundle.image(StimulusBundle.MANIFEST);
      throw new InvalidFileException(
          lacks.stream().map(lack -> new Problem(file, 0, 0, "stimuli", lack)).toList());
    }
  }

  private static long samplesWithBothModels(List<Stimulus> stimuli) {
    Map<String, Set<Manifest.Model>> models =
        stimuli.stream()
            .collect(
                Collectors.groupingBy(
                    Stimulus::sample, Collectors.mapping(Stimulus::model, Collectors.toSet())));
    return models.values().stream().filter(seen -> seen.size() == 2).count();
  }
}
