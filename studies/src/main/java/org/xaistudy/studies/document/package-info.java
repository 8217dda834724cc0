/**
 * Reading of YAML and JSON with messages that name file, line, column and key. Knows nothing of
 * studies. Enter at {@link org.xaistudy.studies.document.Document}.
 */
@NullMarked
package org.xaistudy.studies.document;

import org.jspecify.annotations.NullMarked;
