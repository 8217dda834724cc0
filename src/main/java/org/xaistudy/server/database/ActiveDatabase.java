package org.xaistudy.server.database;

import io.quarkus.arc.InjectableInstance;
import io.quarkus.hibernate.orm.PersistenceUnit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.hibernate.Session;

/** One jar knows both databases; the configuration says at start which one is active. */
@ApplicationScoped
class ActiveDatabase {
  private final InjectableInstance<Session> h2;
  private final InjectableInstance<Session> postgresql;

  ActiveDatabase(
      @PersistenceUnit("h2") InjectableInstance<Session> h2,
      @PersistenceUnit("postgresql") InjectableInstance<Session> postgresql) {
    this.h2 = h2;
    this.postgresql = postgresql;
  }

  @Produces
  @ApplicationScoped
  Session session() {
    return postgresql.getHandle().getBean().isActive() ? postgresql.get() : h2.get();
  }
}
