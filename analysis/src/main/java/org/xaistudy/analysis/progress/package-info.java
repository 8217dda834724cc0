/** Telling how far a long calculation is; enter at {@link Progress}. */
package org.xaistudy.analysis.progress;
