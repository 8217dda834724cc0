/**
 * People take part while servers and databases are killed, connections break, the disk fills up and
 * the clock jumps: nothing that was acknowledged is ever lost or there twice. Everything is on this
 * machine and stops by itself. Enter at {@code Faults}.
 */
package org.xaistudy.server.faults;
