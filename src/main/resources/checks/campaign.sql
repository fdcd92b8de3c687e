-- Each query finds what must not be; see rollcall.desk.Invariant.

-- Somebody is on the way through a campaign but nothing says when they go on, or the other way round.
select id, member_id, program_id
from campaign_entry
where (state = 'GOING' and (due_at is null or ended_at is not null))
    or (state <> 'GOING' and (due_at is not null or ended_at is null));

-- Somebody failed in a campaign and nothing says why.
select id, member_id, program_id from campaign_entry where (state = 'FAILED') <> (problem is not null);

-- Somebody is in a campaign of another program.
select e.id, e.member_id
from campaign_entry e
join campaign c on c.id = e.campaign_id
join member m on m.id = e.member_id
where e.program_id <> c.program_id or m.program_id <> c.program_id;

-- Somebody goes through a version that their campaign does not have.
select e.id, e.member_id
from campaign_entry e
where not exists (select 1 from campaign_version v where v.campaign_id = e.campaign_id and v.version = e.version);

-- Somebody is inside a campaign that is off.
select e.id, e.member_id
from campaign_entry e
join campaign c on c.id = e.campaign_id
where e.state = 'GOING' and c.state = 'OFF';

-- What happened a day ago has not been told to the campaigns.
select id, program_id from campaign_feed where happened_at < current_timestamp - interval '1' day;

-- More are counted as failed in a campaign than failed, or fewer.
select c.id, c.program_id
from campaign c
where (select coalesce(sum(t.n), 0) from campaign_tally t where t.campaign_id = c.id and t.outcome = 'FAILED')
    <> (select count(*) from campaign_entry e where e.campaign_id = c.id and e.state = 'FAILED');

-- Somebody passed a step of a campaign and is not counted there, or is counted twice.
select c.id, c.program_id
from campaign c
where (select coalesce(sum(t.n), 0) from campaign_tally t where t.campaign_id = c.id)
    <> (select coalesce(sum(case when e.state in ('FAILED', 'REMOVED') then e.step + 1 else e.step end), 0)
        from campaign_entry e where e.campaign_id = c.id);

-- A campaign runs by the clock though it is not on.
select id, program_id from campaign where next_run_at is not null and state <> 'ON';

-- A letter names somebody who is not in the campaign that asked for it.
select l.id, l.member_id
from letter l
join campaign_entry e on e.id = l.entry_id
where l.campaign_id <> e.campaign_id or l.member_id <> e.member_id;

-- A call to a webhook has ended but waits, or has not ended and does not.
select id, member_id
from webhook_call
where (state in ('WAITING', 'CALLING')) <> (due_at is not null) or (settled_at is null) <> (due_at is not null);

-- A call to a webhook was taken in hand more than ten minutes ago and never laid down.
select id, member_id from webhook_call where lease_until < current_timestamp - interval '10' minute;

-- A webhook was called well, but did not say so.
select id, member_id from webhook_call where state = 'DONE' and (answer is null or answer not between 200 and 299);
