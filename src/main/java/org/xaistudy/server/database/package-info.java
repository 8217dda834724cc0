/**
 * Which of the two databases is in use. The tables are made by the migrations in {@code
 * db/migration}; the rows belong to the packages they are about.
 */
package org.xaistudy.server.database;
