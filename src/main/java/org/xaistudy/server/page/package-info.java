/** What all pages share: the frame around them, the words in each language, the response. */
@NullMarked
package org.xaistudy.server.page;

import org.jspecify.annotations.NullMarked;
