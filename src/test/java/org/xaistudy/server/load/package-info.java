/**
 * How much a server on PostgreSQL can do, measured beside what the database itself can do in the
 * same minutes. Everything aims at this machine and stops by itself. Enter at {@code LoadIT}.
 */
package org.xaistudy.server.load;
