/**
 * Pictures on their way to a person. Links count what is shown and name neither file nor model, and
 * only what a run may see now is sent, in the colours that its person chose.
 */
@NullMarked
package org.xaistudy.server.images;

import org.jspecify.annotations.NullMarked;
