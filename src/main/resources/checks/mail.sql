-- Each query finds what must not be; its first column is the id of the row. See docs/operations.md.

-- An entry of a campaign has two letters for one step.
select min(id)
from letter
where entry_id is not null and entry_step is not null
group by entry_id, entry_step
having count(*) > 1;

-- A letter is settled and waits for its turn, or neither.
select id from letter
where (due_at is null) <> (state not in ('WAITING', 'CLAIMED', 'HANDING_OVER'))
    or (settled_at is null) <> (state in ('WAITING', 'CLAIMED', 'HANDING_OVER'));

-- A letter was taken in hand more than an hour ago and never laid down.
select id from letter
where state in ('CLAIMED', 'HANDING_OVER') and due_at < current_timestamp - interval '1' hour;

-- A letter lies in the mailbox, but not what it says.
select l.id from letter l
where l.state = 'IN_MAILBOX' and not exists (select 1 from mailbox_copy c where c.letter_id = l.id);

-- What a letter says lies in the mailbox, but the letter does not.
select c.letter_id from mailbox_copy c join letter l on l.id = c.letter_id where l.state <> 'IN_MAILBOX';

-- A person was erased, but a letter to them was not.
select l.id from letter l join person p on p.id = l.person_id where p.erased_at is not null;

-- A letter bounced, but nothing was counted of it.
select id from suppression where reason = 'BOUNCED' and bounces < 1;
