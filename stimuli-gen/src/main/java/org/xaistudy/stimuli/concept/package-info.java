/**
 * What a channel stands for: reference images that make it most relevant (RelMax), cut and masked
 * to what the channel saw in them. Enter at {@link org.xaistudy.stimuli.concept.ReferenceImages}.
 */
package org.xaistudy.stimuli.concept;
