package org.xaistudy.server.access;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** Something that a researcher's account changed or fetched. */
@NullUnmarked
@Entity
@Table(name = "audit_entry")
public class AuditEntry extends PanacheEntityBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  Instant askedAt;
  String account;
  String request;
  int status;

  /** When. */
  public Instant askedAt() {
    return askedAt;
  }

  /** Who. */
  public String account() {
    return account;
  }

  /** Method and path. */
  public String request() {
    return request;
  }

  /** What came of it. */
  public int status() {
    return status;
  }
}
