/**
 * Copies of the embedded database while the server runs. PostgreSQL has {@code pg_dump} for that;
 * {@code docs/hosting.md} tells how both are restored. Enter at {@code Backup}.
 */
@NullMarked
package org.xaistudy.server.backup;

import org.jspecify.annotations.NullMarked;
