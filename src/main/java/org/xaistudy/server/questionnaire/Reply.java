package org.xaistudy.server.questionnaire;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;

/** What a person replied to one question. */
@Entity
@SuppressWarnings("NullAway.Init") // the database fills it in
class Reply extends PanacheEntityBase {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "reply_seq")
  @SequenceGenerator(name = "reply_seq", sequenceName = "reply_seq", allocationSize = 50)
  Long id;

  long runId;
  String question;
  String said;

  Reply() {}

  Reply(long runId, String question, String said) {
    this.runId = runId;
    this.question = question;
    this.said = said;
  }
}
