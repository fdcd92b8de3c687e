-- Each query finds what must not be; see rollcall.desk.Invariant.

-- checks.provider.sent-twice
select min(id) as id, member_id
from push
where action = 'REGISTER' and change_set_id is not null
group by member_id, change_set_id
having count(*) > 1;

-- checks.provider.change-without-push
select c.id, c.member_id
from webinar w
join change_set s on s.program_id = w.program_id and not s.reported and s.made_at > w.chosen_at + interval '1' hour
join status_change c on c.change_set_id = s.id and c.to_status = 'REGISTERED' and not c.keeps_registration
where not exists (
        select 1 from push p
        where p.member_id = c.member_id and p.change_set_id = c.change_set_id and p.action = 'REGISTER')
    and not exists (
        select 1 from push p
        where p.member_id = c.member_id and p.action = 'REGISTER' and p.change_set_id is null
            and p.created_at >= s.made_at);

-- checks.provider.accepted-without-push
select m.id, m.id as member_id
from webinar w
join member m on m.program_id = w.program_id and m.status = 'REGISTERED' and m.delivery = 'ACCEPTED'
join change_set s on s.id = m.change_set_id and not s.reported and s.made_at > w.chosen_at + interval '1' hour
where not exists (
        select 1 from push p
        where p.member_id = m.id and p.action = 'REGISTER' and p.state = 'ACCEPTED' and p.provider = w.provider
            and p.event_id = w.event_id and p.created_at >= s.made_at)
    and not exists (
        select 1 from status_change c
        where c.member_id = m.id and c.change_set_id = s.id and c.keeps_registration);

-- checks.provider.owner-without-work
select id, member_id from push
where (owner is not null) <> (state = 'SENDING') or (lease_until is not null) <> (state = 'SENDING');

-- checks.provider.neither-waits-nor-settled
select id, member_id from push
where (due_at is null) <> (settled_at is not null) or (due_at is null and state in ('WAITING', 'SENDING'));

-- checks.provider.never-laid-down
select id, member_id from push where lease_until < current_timestamp - interval '10' minute;

-- checks.provider.accepted-without-time
select id, id as member_id from member where delivery = 'ACCEPTED' and accepted_at is null;

-- checks.provider.on-its-way-without-push
select m.id, m.id as member_id
from member m
where m.delivery in ('QUEUED', 'SENDING', 'RETRYING')
    and not exists (select 1 from push p where p.member_id = m.id and p.action = 'REGISTER' and p.due_at is not null);

-- checks.provider.again-without-push
select id, id as member_id from member where retry_at is not null and delivery <> 'RETRYING';

-- checks.provider.address-kept
select p.id, p.member_id
from push p
where p.sent_to is not null
    and not exists (select 1 from push o where o.member_id = p.member_id and o.due_at is not null);

-- checks.provider.sent-elsewhere
select p.id, p.member_id
from push p
where p.due_at is not null and p.action = 'REGISTER'
    and not exists (select 1 from webinar w
        where w.program_id = p.program_id and w.provider = p.provider and w.event_id = p.event_id);

-- checks.provider.registered-without-push
select m.id, m.id as member_id
from webinar w
join member m on m.program_id = w.program_id and m.status = 'REGISTERED'
join change_set s on s.id = m.change_set_id and not s.reported
where not exists (select 1 from push p where p.member_id = m.id and p.action = 'REGISTER'
        and p.provider = w.provider and p.event_id = w.event_id and p.created_at >= s.made_at)
    and not exists (select 1 from status_change c
        where c.member_id = m.id and c.change_set_id = s.id and c.keeps_registration);

-- checks.provider.two-at-once
select min(id) as id, member_id
from push
where state = 'SENDING'
group by member_id, provider, event_id
having count(*) > 1;
