/**
 * What the server's program does when it is started with words: {@code simulate} lets simulated
 * people take part. Commands are clients: they speak to a running server by HTTP. Enter at {@link
 * org.xaistudy.server.commandline.Main}.
 */
@NullMarked
package org.xaistudy.server.commandline;

import org.jspecify.annotations.NullMarked;
