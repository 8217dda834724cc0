/** All numbers of one study, computed once for every form of output; see {@link Results}. */
package org.xaistudy.analysis.results;
