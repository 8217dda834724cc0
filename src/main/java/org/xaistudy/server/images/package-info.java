/**
 * Pictures on their way to a person. Links count what is shown and name neither file nor model, and
 * only what a run may see now is sent.
 */
package org.xaistudy.server.images;
