/** What the analysis is asked to do, decided before the answers are seen; see {@link Plan}. */
package org.xaistudy.analysis.plan;
