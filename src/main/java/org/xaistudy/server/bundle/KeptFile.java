package org.xaistudy.server.bundle;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import org.xaistudy.studies.document.Sha256;

/** The bytes of a file, by their checksum. Every method runs inside its caller's transaction. */
@Entity
@Table(name = "kept_file")
@SuppressWarnings("NullAway.Init") // the database fills it in
class KeptFile extends PanacheEntityBase {
  @Id String sha256;
  byte[] content;

  /** Keeps a file; the same bytes are kept once. */
  static void keep(byte[] bytes) {
    getEntityManager()
        .createNativeQuery(
            "insert into kept_file (sha256, content) values (:sha256, :content) on conflict do nothing")
        .setParameter("sha256", Sha256.of(bytes))
        .setParameter("content", bytes)
        .executeUpdate();
  }

  static boolean isKept(String sha256) {
    return count("sha256", sha256) > 0;
  }

  static Optional<byte[]> content(String sha256) {
    Optional<KeptFile> file = findByIdOptional(sha256);
    file.ifPresent(read -> getEntityManager().detach(read)); // many are read one after another
    return file.map(read -> read.content);
  }

  /** Forgets a study's text that no edition has any more. */
  static void forgetUnlessUsed(String sha256) {
    if (StudyEdition.count("studySha256 = ?1 or manifestSha256 = ?1", sha256) == 0) {
      delete("sha256", sha256);
    }
  }
}
