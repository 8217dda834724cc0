package org.xaistudy.stimuli.generation;

import java.util.Set;
import org.xaistudy.stimuli.check.HeldOut;
import org.xaistudy.stimuli.model.Network;
import org.xaistudy.studies.manifest.Manifest;

/**
 * One of the two models, or the one, with what it says of the held-out images.
 *
 * @param role which of the two, or the one
 * @param network the network
 * @param carriers the classes that carried the artefact in its training
 * @param predictions its classes of the held-out images
 * @param sha256 SHA-256 of its ONNX file
 */
record TrainedModel(
    Manifest.Model role,
    Network network,
    Set<Integer> carriers,
    HeldOut.Predictions predictions,
    String sha256) {}
