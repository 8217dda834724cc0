/**
 * What channels stand for: reference images that make them most relevant (RelMax) or most active
 * (ActMax), and what is made of them: the channels of a region, atlas, composition graph, ablation,
 * classes, similarity.
 *
 * <p>Enter at {@link org.xaistudy.stimuli.concept.ReferenceSearch}, which answers a question with
 * {@link org.xaistudy.stimuli.concept.References}; {@link
 * org.xaistudy.stimuli.concept.ReferenceFile} keeps them. A {@link
 * org.xaistudy.stimuli.concept.SearchEngine} searches on many machines. Images, or signals as
 * images one row high, come from an {@link org.xaistudy.stimuli.concept.ImageSource}. Numbers only:
 * drawings are the business of the package {@code concept.figure}.
 */
@NullMarked
package org.xaistudy.stimuli.concept;

import org.jspecify.annotations.NullMarked;
