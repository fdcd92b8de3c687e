-- How many the provider itself named as absent; null where it has no such list, or was not asked for it.
alter table refresh add column missed integer;

-- How many are registered at the provider whom the program does not know.
alter table refresh add column strangers integer default 0 not null;

-- Somebody may wait for a decision who is registered at the provider and did not attend.
alter table unmatched_attendee add column registered boolean default false not null;
alter table unmatched_attendee add column registrant_id varchar(200);

create index push_by_registrant on push (program_id, registrant_id);
