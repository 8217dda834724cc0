/**
 * Where the answers are kept. Entities are Panache entities in the packages they are about and stay
 * inside them; the tables are made by the migrations in {@code db/migration}, which serve H2 and
 * PostgreSQL alike. The build makes one server for each database.
 */
@NullMarked
package org.xaistudy.server.database;

import org.jspecify.annotations.NullMarked;
