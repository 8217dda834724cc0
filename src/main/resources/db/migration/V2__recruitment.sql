-- Who came from where, as little as is needed: the platform's id only as a keyed hash.
alter table study add column pseudonym_key varchar(43);

alter table run add column study varchar(63);
update run set study = (select v.study from study_version v where v.id = run.version_id);
alter table run alter column study set not null;
alter table run add column person varchar(64);
alter table run add column reference varchar(255);
alter table run add column submit_to varchar(255);
create unique index run_of_person on run (study, person);
