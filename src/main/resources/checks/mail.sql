-- Each query finds what must not be; see rollcall.desk.Invariant.

-- checks.mail.two-of-one-step
select min(id) as id, min(member_id) as member_id
from letter
where entry_id is not null and entry_step is not null
group by entry_id, entry_step
having count(*) > 1;

-- checks.mail.neither-waits-nor-settled
select id, member_id from letter
where (due_at is null) <> (state not in ('WAITING', 'CLAIMED', 'HANDING_OVER'))
    or (settled_at is null) <> (state in ('WAITING', 'CLAIMED', 'HANDING_OVER'));

-- checks.mail.never-laid-down
select id, member_id from letter
where state in ('CLAIMED', 'HANDING_OVER') and due_at < current_timestamp - interval '1' hour;

-- checks.mail.mailbox-without-copy
select l.id, l.member_id from letter l
where l.state = 'IN_MAILBOX' and not exists (select 1 from mailbox_copy c where c.letter_id = l.id);

-- checks.mail.copy-without-mailbox
select c.letter_id as id, l.member_id from mailbox_copy c join letter l on l.id = c.letter_id where l.state <> 'IN_MAILBOX';

-- checks.mail.letter-of-erased
select l.id, l.member_id from letter l join person p on p.id = l.person_id where p.erased_at is not null;

-- checks.mail.bounce-not-counted
select id from suppression where reason = 'BOUNCED' and bounces < 1;

-- checks.mail.owner-without-work
select id, member_id from letter where (owner is not null) <> (state in ('CLAIMED', 'HANDING_OVER'));

-- checks.mail.sent-untried
select id, member_id from letter where state = 'SENT' and tries < 1;

-- checks.mail.other-program
select l.id, l.member_id
from letter l
join member m on m.id = l.member_id
where l.program_id is distinct from m.program_id;

-- checks.mail.suppression-of-erased
select s.id from suppression s join person p on p.id = s.person_id where p.erased_at is not null;
