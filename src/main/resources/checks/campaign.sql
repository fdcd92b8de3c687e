-- Each query finds what must not be; see rollcall.desk.Invariant.

-- checks.campaign.going-without-time
select id, member_id, program_id
from campaign_entry
where (state = 'GOING' and (due_at is null or ended_at is not null))
    or (state <> 'GOING' and (due_at is not null or ended_at is null));

-- checks.campaign.failed-without-problem
select id, member_id, program_id from campaign_entry where (state = 'FAILED') <> (problem is not null);

-- checks.campaign.other-program
select e.id, e.member_id
from campaign_entry e
join campaign c on c.id = e.campaign_id
join member m on m.id = e.member_id
where e.program_id <> c.program_id or m.program_id <> c.program_id;

-- checks.campaign.unknown-version
select e.id, e.member_id
from campaign_entry e
where not exists (select 1 from campaign_version v where v.campaign_id = e.campaign_id and v.version = e.version);

-- checks.campaign.inside-while-off
select e.id, e.member_id
from campaign_entry e
join campaign c on c.id = e.campaign_id
where e.state = 'GOING' and c.state = 'OFF';

-- checks.campaign.untold
select id, program_id from campaign_feed where happened_at < current_timestamp - interval '1' day;

-- checks.campaign.failed-not-counted
select c.id, c.program_id
from campaign c
where (select coalesce(sum(t.n), 0) from campaign_tally t where t.campaign_id = c.id and t.outcome = 'FAILED')
    <> (select count(*) from campaign_entry e where e.campaign_id = c.id and e.state = 'FAILED');

-- checks.campaign.steps-not-counted
select c.id, c.program_id
from campaign c
where (select coalesce(sum(t.n), 0) from campaign_tally t where t.campaign_id = c.id)
    <> (select coalesce(sum(case when e.state in ('FAILED', 'REMOVED') then e.step + 1 else e.step end), 0)
        from campaign_entry e where e.campaign_id = c.id);

-- checks.campaign.runs-while-off
select id, program_id from campaign where next_run_at is not null and state <> 'ON';

-- checks.campaign.letter-of-another
select l.id, l.member_id
from letter l
join campaign_entry e on e.id = l.entry_id
where l.campaign_id <> e.campaign_id or l.member_id <> e.member_id;

-- checks.campaign.call-neither-waits-nor-ended
select id, member_id
from webhook_call
where (state in ('WAITING', 'CALLING')) <> (due_at is not null) or (settled_at is null) <> (due_at is not null);

-- checks.campaign.call-never-laid-down
select id, member_id from webhook_call where lease_until < current_timestamp - interval '10' minute;

-- checks.campaign.call-not-answered-well
select id, member_id from webhook_call where state = 'DONE' and (answer is null or answer not between 200 and 299);
