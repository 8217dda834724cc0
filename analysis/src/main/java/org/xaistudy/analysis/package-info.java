/** From {@code responses.csv} to numbers, figures and a report. */
package org.xaistudy.analysis;
