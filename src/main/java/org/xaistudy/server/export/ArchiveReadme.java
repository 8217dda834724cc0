package org.xaistudy.server.export;

import java.util.List;
import org.xaistudy.server.bundle.KeptVersion;

/** {@code README.md} of the archive. */
final class ArchiveReadme {
  private ArchiveReadme() {}

  static String of(String study, KeptVersion counting, List<KeptVersion> versions, boolean blind) {
    String title =
        counting
            .first()
            .study()
            .study()
            .title()
            .in(counting.first().study().study().languages().get(0));
    return """
        # %s

        Study `%s`, version %d of %d; %s.

        | file | what it is |
        | --- | --- |
        | `study.yaml` | the study as it was asked, with the plan of the analysis, as it was before the first participant came |
        | `manifest.json` | the stimuli and what is true of them |
        | `stimuli/` | every image that could be shown, by its name in the manifest |
        | `responses.csv` | one row an answer |
        | `participants.csv` | one row a person who agreed |
        | `behaviour.csv` | how people went about their answers |
        | `assignment.csv` | every decision about a place |
        | `decisions.csv` | what researchers decided while people took part, by whom and why |
        | `versions.csv` | since when which files were used; `first_plan` says whether the plan was the first one, `pilot` whether the version was tried out before what came after |
        | `versions/` | files of other versions, corrected texts, later plans |
        | `draws.csv` | the secret from which everything was drawn, once nobody can take part any more |
        | `codebook.csv` | what each column means |
        | `datapackage.json` | the same as a Frictionless Data Package, with types of all columns |
        | `ro-crate-metadata.json` | the same as an RO-Crate |
        | `SHA256SUMS` | checksums; `sha256sum --check SHA256SUMS` |

        %s
        %s
        ## Replaying the draws

        Chance is a stream of numbers, HMAC-SHA-256 with the secret of `draws.csv` as the key: block i = 0, 1, … is the code of the text `PURPOSE/i` and gives four unsigned 64-bit numbers, big endian. A number below n is the next one modulo n; numbers from the largest multiple of n on are passed over. A list is shuffled from its last index i down to 1: the items at i and at a number below i + 1 change places.

        - `places`: for each block of places the methods, in the order of `study.yaml` and each as often as `design.allocation` says, are shuffled; with `design.subjects: within`, `order-1` and so on.
        - `stimuli/METHOD`: for each place of the method one after another, as `Draw.trials` of the program says: samples are shuffled and those drawn least so far are taken; these are shuffled again, and half of them, those that were least drawn with the artefact model, are shown with that model. Where there is one model, right predictions are shuffled and those drawn least so far are taken; then wrong ones; or, where people say what it will say, those of each class, in the order of `design.classes`. With `design.subjects: within` it is `stimuli/orders`, for the first place of each order, the second of each, and so on, and for each place this is done for one method after another, each time without the samples that the place has already; how often a sample was drawn is counted for each method by itself. The orders are those of a Latin square balanced for carry-over (Williams 1949): `order-1` is the methods 0, 1, n − 1, 2, n − 2, … of `study.yaml`, each next one the same one method further on, and if their number is odd, all of them backwards then.
        - `run/PARTICIPANT`: where people choose one of several explanations, first the places of the right ones, for the practice and then for the trials: the places are shuffled and taken by turns, one for each trial, and those are shuffled. Then the images to practise with, then the order of the place's stimuli (shuffled), then for each attention check its position and what it asks, then the order of what is learned from (shuffled). With `design.order: fixed` the stimuli stand in one order of all samples instead, which `order` shuffles from that of their names. With several sessions both are dealt to them, the predicted classes taking turns, and each session is shuffled again. With `design.subjects: within` all but attention checks is drawn for one method after another.
        """
        .formatted(
            title,
            study,
            counting.number(),
            versions.size(),
            counting
                .frozenAt()
                .map(at -> "its first participant came at " + at)
                .orElse("nobody has taken part yet"),
            counting
                .laterPlan()
                .map(
                    later ->
                        "The plan of the analysis was changed after the first participant had come:"
                            + " edition %d, used since %s, has another one. `study.yaml` here has the first."
                                .formatted(later.number(), later.since()))
                .orElse("The plan of the analysis was never changed."),
            blind
                ? "\nPeople can still take part, so whatever tells whether they are right is left"
                    + " out: `manifest.json`, and what `responses.csv` says of stimuli and truth.\n"
                : "");
  }
}
