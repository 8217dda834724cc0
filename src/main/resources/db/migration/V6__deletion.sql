-- Decisions about a person's place are renamed when their answers are deleted.
create index assignment_event_of_participant on assignment_event (pseudonym);
