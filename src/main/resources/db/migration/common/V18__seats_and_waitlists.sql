-- Until when a seat is held for somebody who waits and thinks about an offer; null for everybody else.
alter table member add column offer_until timestamp(6) with time zone;
-- Who comes first on a waitlist: the higher priority, then the lower number, which is the change set they came with.
alter table member add column waitlist_priority integer default 0 not null;
alter table member add column waitlist_number bigint;

update member set waitlist_number = change_set_id where status = 'WAITLISTED';

create index member_by_turn on member (program_id, status, waitlist_priority, waitlist_number);
create index member_by_offer on member (offer_until);
