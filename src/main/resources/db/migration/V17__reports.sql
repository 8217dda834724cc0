-- When the questions before the first trial were answered.
alter table run add column reported_at timestamp (6) with time zone;
