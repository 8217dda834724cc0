/** What an estimate comes with: its interval, and the quantiles that make it. */
package org.xaistudy.analysis.estimate;
