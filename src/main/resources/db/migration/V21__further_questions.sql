-- What is said to the further questions of a trial, by their ids, as one JSON object: they differ
-- from study to study, and are stored and read with their answer only.
alter table answer add column further varchar;
