-- Each query finds what must not be; see rollcall.desk.Invariant.

-- checks.person.erased-with-details
select id
from person
where erased_at is not null
    and email || company || job_title || phone || country || language || zone <> '';

-- checks.person.erased-with-answers
select m.id, m.id as member_id
from member m
join person p on p.id = m.person_id
where p.erased_at is not null
    and (m.registrant_id is not null or m.join_link is not null
        or exists (select 1 from member_answer a where a.member_id = m.id));

-- checks.person.record-after-record
select p.id
from person p
join person k on k.id = p.merged_into
where k.merged_into is not null;

-- checks.person.push-of-erased
select q.id, q.member_id
from push q
join member m on m.id = q.member_id
join person p on p.id = m.person_id
where p.erased_at is not null
    and (q.words is not null
        or (q.registrant_id is not null or q.sent_to is not null) and q.state <> 'BY_HAND'
            and not exists (select 1 from push o where o.member_id = q.member_id and o.due_at is not null));
