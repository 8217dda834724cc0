/**
 * What a person sees of a stimulus and in which order, what the options are called, and pictures on
 * their way. Links count what is shown and name neither file nor model, and only what a run may see
 * now is sent, in the colours that its person chose.
 */
@NullMarked
package org.xaistudy.server.images;

import org.jspecify.annotations.NullMarked;
