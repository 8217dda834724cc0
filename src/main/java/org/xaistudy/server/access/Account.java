package org.xaistudy.server.access;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.security.jpa.Password;
import io.quarkus.security.jpa.Roles;
import io.quarkus.security.jpa.UserDefinition;
import io.quarkus.security.jpa.Username;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** Somebody who may log in, besides the account of the configuration. */
@NullUnmarked
@UserDefinition
@Entity
@Table(name = "account")
public class Account extends PanacheEntityBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Username String name;
  @Password String password;
  @Roles String role;
  Instant createdAt;

  /** What they log in with. */
  public String name() {
    return name;
  }

  /** What they may do. */
  public String role() {
    return role;
  }

  /** Since when there is the account. */
  public Instant createdAt() {
    return createdAt;
  }
}
