-- Versions that were tried out with people; what came after is a version of its own.
alter table study_version add column pilot boolean default false not null;
