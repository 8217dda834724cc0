-- What is asked is no longer always whether an artefact is used: names that fit every task.
alter table trial rename column artefact_used to yes_is_right;
alter table answer rename column said_used to said_yes;
