/**
 * A study together with what people did in it, as a folder or as the {@code archive.zip} that the
 * server hands out. Enter at {@link org.xaistudy.analysis.archive.StudyMaterial}.
 */
@NullMarked
package org.xaistudy.analysis.archive;

import org.jspecify.annotations.NullMarked;
