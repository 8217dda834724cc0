/**
 * Reading of YAML and JSON with messages that name file, line, column and key. Knows nothing of
 * studies. Enter at {@link org.xaistudy.studies.document.Document}.
 */
package org.xaistudy.studies.document;
