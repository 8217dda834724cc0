package org.xaistudy.server.access;

import io.quarkus.security.identity.SecurityIdentity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What somebody may do; each role includes those before it. */
public enum Role {
  /** Sees how a study is going, and its report when it is over. */
  VIEWER,
  /** Downloads what may be published; nothing that leads to people. */
  ANALYST,
  /** Everything: opens and closes studies, sees whom to pay, deletes, gives accounts. */
  OWNER;

  /** The name of {@link #VIEWER} for annotations. */
  public static final String VIEWS = "viewer";

  /** The name of {@link #ANALYST} for annotations. */
  public static final String ANALYSES = "analyst";

  /** The name of {@link #OWNER} for annotations. */
  public static final String OWNS = "owner";

  /** The name, as stored and in forms. */
  public String written() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of that name. */
  public static Optional<Role> named(String written) {
    return Arrays.stream(values()).filter(role -> role.written().equals(written)).findFirst();
  }

  /** The highest role that somebody has; empty if none. */
  public static Optional<Role> highest(SecurityIdentity identity) {
    return identity.getRoles().stream()
        .flatMap(given -> named(given).stream())
        .max(Role::compareTo);
  }

  /** This one and those that it includes. */
  public List<Role> included() {
    return Arrays.stream(values()).filter(role -> role.compareTo(this) <= 0).toList();
  }
}
