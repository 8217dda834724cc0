/** {@code responses.csv}, streamed from the database. */
package org.xaistudy.server.export;
