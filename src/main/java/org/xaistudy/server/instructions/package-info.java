/** How a person is told to read the explanations of their method. */
@NullMarked
package org.xaistudy.server.instructions;

import org.jspecify.annotations.NullMarked;
