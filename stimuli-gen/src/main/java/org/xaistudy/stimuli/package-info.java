/**
 * Makes the stimuli of a study: two models, one of which learned an artefact, and pictures that
 * explain what they decide. No class stands here; the main path is {@link
 * org.xaistudy.stimuli.generation.Generation}, the programs are in {@link
 * org.xaistudy.stimuli.commandline}.
 *
 * <p>Words that have one meaning in all packages:
 *
 * <dl>
 *   <dt>sample
 *   <dd>an image of the data set with its label, in whatever resolution it is asked for, or a
 *       signal (C, L), which is an image (C, 1, L) to everything that computes
 *   <dt>artefact
 *   <dd>what is planted into images, such as a border; a <i>carrier</i> is a class whose training
 *       images had it
 *   <dt>artefact model, clean model
 *   <dd>the two models of a study, or the two roles of one: the first learned to use the artefact,
 *       the second did not
 *   <dt>decision
 *   <dd>a model's class for a sample, which is to be explained
 *   <dt>target
 *   <dd>the class whose logit is explained
 *   <dt>forward pass
 *   <dd>images on their way through the network, with every layer's output kept
 *   <dt>backward pass, conditional pass
 *   <dd>relevance on its way from a start layer to the input; under a condition only some channels
 *       of some layers let it through
 *   <dt>start layer, initial relevance
 *   <dd>where relevance begins and how much there is (zennit-crp's {@code start_layer} and {@code
 *       init_rel})
 *   <dt>record
 *   <dd>to keep the relevance of a layer's channels on the way (its {@code record_layer})
 *   <dt>row
 *   <dd>one image's relevance in an array that holds many; passes that have agreed so far share one
 *   <dt>concept
 *   <dd>what one channel of a layer stands for
 *   <dt>reference image
 *   <dd>a training image for which a concept is most relevant
 *   <dt>heat map
 *   <dd>a value for each pixel, and the picture of it
 *   <dt>panel
 *   <dd>one row of pictures of an explanation: the whole of it, or one concept
 *   <dt>picture
 *   <dd>what people see in one place: an image, and the same in colours for the colour-blind
 *   <dt>stimulus
 *   <dd>a decision with its explanation by each method, as it is shown to a person (the server
 *       calls the part that one person sees an <i>exhibit</i>)
 *   <dt>bundle
 *   <dd>all stimuli of a study with their manifest, as files
 * </dl>
 */
@NullMarked
package org.xaistudy.stimuli;

import org.jspecify.annotations.NullMarked;
