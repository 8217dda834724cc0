/** What all pages share: the frame around them, the words in each language, the response. */
package org.xaistudy.server.page;
