-- When what leads from a platform's person to the run was erased.
alter table run add column unlinked_at timestamp (6) with time zone;
create index run_of_study on run (study, consented_at);
