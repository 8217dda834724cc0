-- What the page itself noticed, where it was allowed to run its script; the times are the browser's.
alter table answer add column first_interaction_ms integer;
alter table answer add column submitted_ms integer;
alter table answer add column focus_losses integer;
alter table answer add column zooms integer;
