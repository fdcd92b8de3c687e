-- Each query finds what must not be; see rollcall.desk.Invariant.

-- checks.approval.not-one-decision
select c.id, c.member_id
from status_change c
where c.from_status = 'PENDING_APPROVAL' and c.to_status <> 'NOT_IN_PROGRAM'
    and 1 <> (select count(*) from decision d where d.member_id = c.member_id and d.change_set_id = c.change_set_id);

-- checks.approval.not-in-history
select d.id, d.member_id
from decision d
where not exists (
    select 1 from status_change c
    where c.change_set_id = d.change_set_id and c.member_id = d.member_id and c.from_status = 'PENDING_APPROVAL'
        and c.to_status = d.to_status);

-- checks.approval.other-program-or-author
select d.id, d.member_id
from decision d
join member m on m.id = d.member_id
join change_set s on s.id = d.change_set_id
where d.program_id <> m.program_id or d.actor_key <> s.actor_key;

-- checks.approval.unentitled
select d.id, d.member_id
from decision d
left join account a on d.actor_key = 'account:' || a.id
where d.source in ('INBOX', 'LIST') and d.actor_key like 'account:%' and a.administrator is distinct from true
    and not exists (
        select 1 from role_grant g
        where g.account_id = a.id and (g.program_id is null or g.program_id = d.program_id)
            and g.role in ('APPROVER', 'MANAGER'))
    and not exists (
        select 1 from audit_entry e
        where e.kind = 'RIGHTS_CHANGED' and e.made_at >= d.decided_at
            and (e.details like '%"account":' || a.id || ',%' or e.details like '%"account":' || a.id || '}%'));

-- checks.approval.no-reason
select id, member_id from decision where to_status = 'REJECTED' and reason = '' and source in ('INBOX', 'LIST', 'EXPIRY');

-- checks.approval.expiry-without-reason
select program_id as id, program_id from approval_setting where expires_after is not null and expiry_reason = '';
