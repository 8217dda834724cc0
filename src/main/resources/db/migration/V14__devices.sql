-- By which somebody's device is known again in this study: a keyed hash, only where the study asks
-- for it; erased with what leads from a platform's person to a run.
alter table run add column device varchar(64);
