-- The answers of a run are found by an index of their own: joined by their trials alone, a database
-- that has not counted its rows yet reads all answers of all people for each.
alter table answer add column run_id bigint;
update answer set run_id = (select t.run_id from trial t where t.id = answer.trial_id);
alter table answer alter column run_id set not null;
create index answer_of_run on answer (run_id);
