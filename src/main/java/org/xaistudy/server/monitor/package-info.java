/**
 * How a study is going, without anything about right and wrong: places, arrivals, where people
 * leave, how long they take. Enter at {@link org.xaistudy.server.monitor.Monitor}.
 */
@NullMarked
package org.xaistudy.server.monitor;

import org.jspecify.annotations.NullMarked;
