-- What a study may have left behind under version 0.1.0 (tables of migration 7): one person who
-- finished, one in the middle, one who ended early, a place waited for, one deleted.
insert into study (id, preview_key, pseudonym_key, invitation_key) values ('old', 'p', 'k', 'i');
insert into study_version (id, study, version_number, study_sha256, stimuli_sha256, frozen_at) values (1, 'old', 1, 'a', 'b', timestamp '2026-01-01 10:00:00');
insert into study_version (id, study, version_number, study_sha256, stimuli_sha256, frozen_at) values (2, 'old', 2, 'c', 'd', null);
insert into run (id, version_id, method, source, token, arrival, pseudonym, completion_code, language, seed, consent_version, consented_at, instructed_at, completed_at, study, person, reference, comprehension_tries, comprehended_at, questioned_at, colours) values (1, 1, 'crp', 'PROLIFIC', 'token-1', 'arrival-1', 'person-1', 'CODE1', 'en', 11, 1, timestamp '2026-01-01 10:00:00', timestamp '2026-01-01 10:01:00', timestamp '2026-01-01 10:10:00', 'old', 'hash-1', 'session-1', 1, timestamp '2026-01-01 10:02:00', timestamp '2026-01-01 10:11:00', 'PURPLE_ORANGE');
insert into run (id, version_id, method, source, token, arrival, pseudonym, completion_code, language, seed, consent_version, consented_at, instructed_at, study) values (2, 1, 'lrp', 'LINK', 'token-2', 'arrival-2', 'person-2', 'CODE2', 'de', 12, 1, timestamp '2026-01-01 10:05:00', timestamp '2026-01-01 10:06:00', 'old');
insert into run (id, version_id, method, source, token, arrival, pseudonym, completion_code, language, seed, consent_version, consented_at, study, ended, ended_at) values (3, 1, 'lrp', 'LINK', 'token-3', 'arrival-3', 'person-3', 'CODE3', 'en', 13, 1, timestamp '2026-01-01 10:07:00', 'old', 'SCREENED_OUT', timestamp '2026-01-01 10:09:00');
insert into place (id, version_id, place_rank, method, run_id, reserved_until, completed) values (1, 1, 0, 'crp', 1, timestamp '2026-01-01 10:30:00', true);
insert into place (id, version_id, place_rank, method, run_id, reserved_until, completed) values (2, 1, 1, 'lrp', 2, timestamp '2026-01-01 10:30:00', false);
insert into place (id, version_id, place_rank, method, run_id, reserved_until, completed) values (3, 1, 2, 'crp', null, null, false);
insert into trial (id, run_id, place_in_run, kind, stimulus, model, artefact_used, shown_at) values (1, 1, 0, 'PRACTICE', 's1', 'ARTEFACT', true, timestamp '2026-01-01 10:02:00');
insert into trial (id, run_id, place_in_run, kind, stimulus, model, artefact_used, shown_at) values (2, 1, 1, 'TRIAL', 's2', 'CLEAN', false, timestamp '2026-01-01 10:03:00');
insert into trial (id, run_id, place_in_run, kind, stimulus, model, artefact_used, shown_at, asked_confidence, asked_clarity) values (3, 1, 2, 'ATTENTION', null, null, true, timestamp '2026-01-01 10:04:00', 3, 8);
insert into trial (id, run_id, place_in_run, kind, stimulus, model, artefact_used, shown_at) values (4, 2, 0, 'TRIAL', 's3', 'ARTEFACT', true, null);
insert into answer (trial_id, said_used, confidence, clarity, response_time_ms, answered_at, first_interaction_ms, submitted_ms, focus_losses, zooms) values (1, true, 5, 6, 4000, timestamp '2026-01-01 10:02:04', 900, 3900, 0, 1);
insert into answer (trial_id, said_used, confidence, clarity, response_time_ms, answered_at) values (2, true, 9, 0, 5000, timestamp '2026-01-01 10:03:05');
insert into answer (trial_id, said_used, confidence, clarity, response_time_ms, answered_at) values (3, true, 3, 8, 6000, timestamp '2026-01-01 10:04:06');
insert into assignment_event (id, version_id, place_rank, method, pseudonym, decision, decided_at) values (1, 1, 0, 'crp', 'person-1', 'RESERVED', timestamp '2026-01-01 10:00:00');
insert into assignment_event (id, version_id, place_rank, method, pseudonym, decision, decided_at) values (2, 1, 0, 'crp', 'person-1', 'COMPLETED', timestamp '2026-01-01 10:10:00');
insert into reply (id, run_id, question, said) values (1, 1, 'age', '33');
