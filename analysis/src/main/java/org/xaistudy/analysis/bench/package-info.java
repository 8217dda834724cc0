/** The analysis at a size no study has: how long it takes, and how much memory. */
package org.xaistudy.analysis.bench;
