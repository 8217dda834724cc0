/** What a network computes, reads, writes and learns. */
package org.xaistudy.stimuli.model;
