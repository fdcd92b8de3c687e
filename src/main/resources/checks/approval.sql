-- Each query finds what must not be; its first column is the id of the row. See docs/operations.md.

-- Somebody left Pending Approval for another status, and there is not exactly one decision of it.
select c.id
from status_change c
where c.from_status = 'PENDING_APPROVAL' and c.to_status <> 'NOT_IN_PROGRAM'
    and 1 <> (select count(*) from decision d where d.member_id = c.member_id and d.change_set_id = c.change_set_id);

-- A decision was made that the member's history does not have.
select d.id
from decision d
where not exists (
    select 1 from status_change c
    where c.change_set_id = d.change_set_id and c.member_id = d.member_id and c.from_status = 'PENDING_APPROVAL'
        and c.to_status = d.to_status);

-- A decision belongs to another program than the member, or says another than the one who made the change.
select d.id
from decision d
join member m on m.id = d.member_id
join change_set s on s.id = d.change_set_id
where d.program_id <> m.program_id or d.actor_key <> s.actor_key;

-- Somebody was turned down without a reason.
select id from decision where to_status = 'REJECTED' and reason = '' and source in ('INBOX', 'LIST', 'EXPIRY');

-- People of a program expire, but there is no reason to tell them.
select program_id from approval_setting where expires_after is not null and expiry_reason = '';
