package org.xaistudy.server.access;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** What stands for a password for a while: a browser's session, or a program's token. */
@NullUnmarked
@Entity
@Table(name = "pass")
public class Pass extends PanacheEntityBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  String hash;
  String account;
  String role;
  String label;
  boolean forBrowser;
  Instant createdAt;
  Instant expiresAt;

  /** By which it is revoked. */
  public long id() {
    return id;
  }

  /** Whose it is. */
  public String account() {
    return account;
  }

  /** What its holder may do. */
  public String role() {
    return role;
  }

  /** What it is for, in its owner's words. */
  public String label() {
    return label;
  }

  /** Until when it stands for a password. */
  public Instant expiresAt() {
    return expiresAt;
  }
}
