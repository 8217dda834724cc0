/**
 * What only the researcher may see: how far each arm is, links, previews, the files. Enter at
 * {@code ResearcherPages}; {@code SameSite} guards all pages below {@code /researcher}.
 */
@NullMarked
package org.xaistudy.server.researcher;

import org.jspecify.annotations.NullMarked;
