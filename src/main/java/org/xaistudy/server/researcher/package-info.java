/**
 * What only the researcher may see: how far each arm is, links, previews, the answers. Enter at
 * {@code ResearcherPages}.
 */
package org.xaistudy.server.researcher;
