/** The columns of {@code responses.csv}, which the server writes and the analysis reads. */
package org.xaistudy.studies.responses;
