-- "Place" is a person's; a trial has a position.
alter table trial rename column place_in_run to position_in_run;
