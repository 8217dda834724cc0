package org.xaistudy.server.database;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Where the answers are kept; {@code application.properties} builds the addresses from it. */
@Unremovable
@ConfigMapping(prefix = "xaistudy")
public interface DatabaseConfig {
  /** The folder of the embedded database; whoever has it has all answers. */
  @WithDefault("./data")
  Path data();

  /** PostgreSQL, used by the server that is built for it, {@code target/postgresql}. */
  Postgresql postgresql();

  /** How to reach PostgreSQL. */
  interface Postgresql {
    /** The JDBC address of a database that exists; its tables are made at the first start. */
    @WithDefault("jdbc:postgresql://localhost:5432/xaistudy")
    String url();

    /** A role that may create tables there. */
    @WithDefault("xaistudy")
    String username();

    /** The role's password. */
    @WithDefault("xaistudy")
    String password();
  }
}
