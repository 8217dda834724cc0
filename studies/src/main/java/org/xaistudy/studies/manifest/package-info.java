/**
 * {@code manifest.json} and the folder of images it describes. Written by the stimulus generator,
 * read by the server. Enter at {@link org.xaistudy.studies.manifest.StimulusBundle}.
 */
@NullMarked
package org.xaistudy.studies.manifest;

import org.jspecify.annotations.NullMarked;
