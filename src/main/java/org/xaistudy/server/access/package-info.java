/**
 * Who may do what below {@code /researcher}: accounts with roles, sessions of browsers, tokens of
 * programs, and the log of what was done. Every way of showing who one is ends in an identity whose
 * roles {@link org.xaistudy.server.access.Role} names; endpoints ask for roles, never for names.
 * Enter at {@link org.xaistudy.server.access.Role}.
 */
@NullMarked
package org.xaistudy.server.access;

import org.jspecify.annotations.NullMarked;
