-- Each query finds what must not be; see rollcall.desk.Invariant.

-- checks.waitlist.open-without-seat
select o.id, o.member_id
from waitlist_offer o
join member m on m.id = o.member_id
where o.state = 'OPEN' and (m.status <> 'WAITLISTED' or m.offer_until is null or m.offer_until <> o.until);

-- checks.waitlist.seat-without-offer
select m.id, m.id as member_id
from member m
where m.offer_until is not null
    and not exists (select 1 from waitlist_offer o where o.member_id = m.id and o.state = 'OPEN');

-- checks.waitlist.two-offers
select member_id as id, member_id from waitlist_offer where state = 'OPEN' group by member_id having count(*) > 1;

-- checks.waitlist.over-without-time
select id, member_id from waitlist_offer where (state = 'OPEN') <> (settled_at is null);

-- checks.waitlist.waits-beside-free-seat
select m.id, m.id as member_id
from member m
join program p on p.id = m.program_id
join program_seats t on t.program_id = p.id
left join waitlist_setting s on s.program_id = p.id
where m.status = 'WAITLISTED' and m.offer_until is null and m.closed is null
    and p.capacity is not null and t.taken < p.capacity and p.archived_at is null and p.ends_at > current_timestamp
    and coalesce(s.mode, 'AUTOMATIC') = 'AUTOMATIC' and not coalesce(s.halted, false) and s.stop_minutes is null
    and not exists (
        select 1 from change_set c
        where c.program_id = p.id and c.made_at > current_timestamp - interval '1' minute);

-- checks.waitlist.ran-out-with-seat
select o.id, o.member_id
from waitlist_offer o
join program p on p.id = o.program_id
where o.state = 'OPEN' and o.until < current_timestamp - interval '1' hour and p.ends_at > current_timestamp;

-- checks.waitlist.other-program
select o.id, o.member_id
from waitlist_offer o
join member m on m.id = o.member_id
where o.program_id <> m.program_id;
