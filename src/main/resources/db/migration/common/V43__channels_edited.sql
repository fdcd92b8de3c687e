-- How often a channel was changed, so that two who change it notice each other.
alter table channel add column version integer default 0 not null;

-- The order of those that share a step.
alter table status add column place integer default 0 not null;
