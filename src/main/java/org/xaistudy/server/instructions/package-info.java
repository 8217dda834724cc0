/** How a person is told to read the explanations of their method. */
package org.xaistudy.server.instructions;
