-- Where each person judges with all methods, the method is the trial's; the run has an order.
alter table trial add column method varchar(31);
update trial set method = (select r.method from run r where r.id = trial.run_id);
alter table trial alter column method set not null;
-- How many further methods the person has read about.
alter table run add column further_methods integer default 0 not null;
