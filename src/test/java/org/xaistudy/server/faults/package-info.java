/**
 * People take part while servers are killed and connections break: nothing that was acknowledged is
 * ever lost or there twice. Everything is on this machine and stops by itself. Enter at {@code
 * FaultsIT}.
 */
package org.xaistudy.server.faults;
