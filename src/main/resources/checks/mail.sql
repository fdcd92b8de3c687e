-- Each query finds what must not be; see rollcall.desk.Invariant.

-- An entry of a campaign has two letters for one step.
select min(id) as id, min(member_id) as member_id
from letter
where entry_id is not null and entry_step is not null
group by entry_id, entry_step
having count(*) > 1;

-- A letter is settled and waits for its turn, or neither.
select id, member_id from letter
where (due_at is null) <> (state not in ('WAITING', 'CLAIMED', 'HANDING_OVER'))
    or (settled_at is null) <> (state in ('WAITING', 'CLAIMED', 'HANDING_OVER'));

-- A letter was taken in hand more than an hour ago and never laid down.
select id, member_id from letter
where state in ('CLAIMED', 'HANDING_OVER') and due_at < current_timestamp - interval '1' hour;

-- A letter lies in the mailbox, but not what it says.
select l.id, l.member_id from letter l
where l.state = 'IN_MAILBOX' and not exists (select 1 from mailbox_copy c where c.letter_id = l.id);

-- What a letter says lies in the mailbox, but the letter does not.
select c.letter_id as id, l.member_id from mailbox_copy c join letter l on l.id = c.letter_id where l.state <> 'IN_MAILBOX';

-- A person was erased, but a letter to them was not.
select l.id, l.member_id from letter l join person p on p.id = l.person_id where p.erased_at is not null;

-- A letter bounced, but nothing was counted of it.
select id from suppression where reason = 'BOUNCED' and bounces < 1;

-- A letter has an owner and nobody is at it, or the other way round.
select id, member_id from letter where (owner is not null) <> (state in ('CLAIMED', 'HANDING_OVER'));

-- A letter was sent but never tried.
select id, member_id from letter where state = 'SENT' and tries < 1;

-- A letter belongs to another program than the member it goes to.
select l.id, l.member_id
from letter l
join member m on m.id = l.member_id
where l.program_id is distinct from m.program_id;

-- A person was erased, but not from the list of addresses that get no mail.
select s.id from suppression s join person p on p.id = s.person_id where p.erased_at is not null;
