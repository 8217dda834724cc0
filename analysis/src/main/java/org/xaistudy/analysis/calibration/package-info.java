/** Does confidence know? Enter at {@link org.xaistudy.analysis.calibration.Calibration}. */
package org.xaistudy.analysis.calibration;
