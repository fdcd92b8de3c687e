-- Each query finds what must not be; see rollcall.desk.Invariant.

-- checks.member.change-begins-elsewhere
select c.id, c.member_id
from status_change c
join status_change b on b.member_id = c.member_id and b.seq = c.seq - 1
where c.from_status is null or c.from_status <> b.to_status;

-- checks.member.first-from-somewhere
select id, member_id from status_change where seq = 1 and from_status is not null;

-- checks.member.step-down
select id, member_id from status_change where to_step < from_step and to_status <> 'NOT_IN_PROGRAM';

-- checks.member.not-numbered
select m.id, m.id as member_id
from member m
left join (
    select member_id, count(*) as n, min(seq) as low, max(seq) as high from status_change group by member_id
) c on c.member_id = m.id
where c.n is null or c.n <> m.seq or c.low <> 1 or c.high <> m.seq;

-- checks.member.history-leads-elsewhere
select m.id, m.id as member_id
from member m
left join status_change c on c.member_id = m.id and c.seq = m.seq
where c.to_status is null or c.to_status <> m.status or c.change_set_id <> m.change_set_id;

-- checks.member.unknown-status
select m.id, m.id as member_id
from member m
join program p on p.id = m.program_id
left join status s on s.channel_id = p.channel_id and s.status_key = m.status
where s.id is null or s.step <> m.status_step;

-- checks.member.success-without-date
select m.id, m.id as member_id
from member m
join program p on p.id = m.program_id
join status s on s.channel_id = p.channel_id and s.status_key = m.status
where s.success and m.success_at is null;

-- checks.member.other-program
select c.id, c.member_id
from status_change c
join change_set s on s.id = c.change_set_id
join member m on m.id = c.member_id
where s.program_id <> m.program_id;

-- checks.member.no-account
select s.id, s.program_id
from change_set s
where s.cause in ('PERSON', 'APPROVAL') and s.actor_key like 'account:%'
    and not exists (select 1 from account a where s.actor_key = 'account:' || a.id);

-- checks.member.no-author
select id, program_id from change_set where actor_key = '' or actor_name = '';

-- checks.member.seats-not-counted
select p.id, p.id as program_id
from program p
left join program_seats t on t.program_id = p.id
where p.capacity is not null
    and (t.taken is null or t.taken <> (
        select count(*)
        from member m
        join status s on s.channel_id = p.channel_id and s.status_key = m.status
        where m.program_id = p.id and (s.holds_seat or m.offer_until is not null)));

-- checks.member.not-waiting
select id, id as member_id from member
where (status = 'WAITLISTED' and waitlist_number is null)
    or (status <> 'WAITLISTED' and (offer_until is not null or waitlist_number is not null));

-- checks.member.overbooked
select p.id, p.id as program_id
from program p
join program_seats t on t.program_id = p.id
where p.capacity + t.excess < (
        select count(*)
        from member m
        join status s on s.channel_id = p.channel_id and s.status_key = m.status
        where m.program_id = p.id and (s.holds_seat or m.offer_until is not null))
    and p.capacity + t.excess < (
    select count(*)
    from member m
    join status s on s.channel_id = p.channel_id and s.status_key = m.status and s.holds_seat
    join status_change e on e.member_id = m.id and e.to_status not in ('NO_SHOW', 'ATTENDED_ON_DEMAND', 'ATTENDED')
    join change_set g on g.id = e.change_set_id and not g.reported and not g.correction
    where m.program_id = p.id
        and e.seq = (
            select max(c.seq)
            from status_change c
            join status o on o.channel_id = p.channel_id and o.status_key = c.to_status and o.holds_seat
            left join status b on b.channel_id = p.channel_id and b.status_key = c.from_status
            where c.member_id = m.id and b.holds_seat is distinct from true))
    + (select count(*) from member w where w.program_id = p.id and w.offer_until is not null);

-- checks.member.status-not-counted
select program_id as id, program_id
from (select program_id, status, n from status_count union all select program_id, status, -1 from member where closed is distinct from 'MERGED') counted
group by program_id, status
having sum(n) <> 0;

-- checks.member.sorted-otherwise
select m.id, m.id as member_id
from member m
join person p on p.id = m.person_id
where m.name_key <> p.name_key or m.given_key <> p.given_key or m.email_key <> p.email_key
    or m.company_key <> p.company_key;

-- checks.member.closed-inside
select id, id as member_id from member where closed is not null and status <> 'NOT_IN_PROGRAM';

-- checks.member.open-without-person
select m.id, m.id as member_id
from member m
join person p on p.id = m.person_id
where m.closed is null and (p.merged_into is not null or p.erased_at is not null);

-- checks.member.aside-without-other
select m.id, m.id as member_id
from member m
join person p on p.id = m.person_id
where m.closed = 'MERGED'
    and not exists (select 1 from member k where k.program_id = m.program_id and k.person_id = p.merged_into);

-- checks.member.taken-back-by-no-correction
select c.id, c.member_id
from status_change c
join member m on m.id = c.member_id
left join change_set s on s.id = c.corrected_by and s.correction and s.program_id = m.program_id
where c.corrected_by is not null and s.id is null;

-- checks.member.last-taken-back
select m.id, m.id as member_id
from member m
join status_change c on c.member_id = m.id and c.seq = m.seq
where c.corrected_by is not null;
