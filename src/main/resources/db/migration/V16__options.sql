-- Answers are options, of which there may be more than two and none that is right; what is not
-- asked is not answered.
alter table trial add column right_answer varchar(64);
update trial set right_answer = case when yes_is_right then 'yes' else 'no' end;
alter table trial drop column yes_is_right;
alter table answer add column said varchar(64);
update answer set said = case when said_yes then 'yes' else 'no' end;
alter table answer drop column said_yes;
alter table answer alter column confidence drop not null;
alter table answer alter column clarity drop not null;
