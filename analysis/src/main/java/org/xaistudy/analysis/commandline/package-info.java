/**
 * The programs: what they are asked, the order in which they do it, and how their files are put in
 * place. Nothing is computed here. Enter at {@link org.xaistudy.analysis.commandline.Analysis}.
 */
@NullMarked
package org.xaistudy.analysis.commandline;

import org.jspecify.annotations.NullMarked;
