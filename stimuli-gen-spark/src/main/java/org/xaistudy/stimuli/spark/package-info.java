/**
 * References over data sets that outgrow a machine, on Apache Spark: parts of the images are
 * searched wherever there is a free core, and what is found is merged on the way back. Enter at
 * {@link org.xaistudy.stimuli.spark.SparkEngine}. What searching and merging are is said in {@code
 * org.xaistudy.stimuli.concept}; nothing there knows Spark.
 */
@NullMarked
package org.xaistudy.stimuli.spark;

import org.jspecify.annotations.NullMarked;
