-- Signs the numbers in personal links; made at the next start, as the pseudonym key is.
alter table study add column invitation_key varchar(43);
