-- Each query finds what must not be; see rollcall.desk.Invariant.

-- checks.refresh.ended-apart
select r.id, r.program_id
from refresh r
join job j on j.id = r.job_id
where (r.ended_at is null and j.ended_at is not null) or (r.ended_at is not null and j.ended_at is null)
    or r.end_state <> j.state;

-- checks.refresh.kept-what-it-read
select r.id, r.program_id
from refresh r
where r.ended_at is not null and exists (select 1 from refresh_finding f where f.refresh_id = r.id);

-- checks.refresh.no-show-not-allowed
select r.id, r.program_id
from refresh r
where exists (
        select 1 from change_set s
        join status_change c on c.change_set_id = s.id and c.to_status = 'NO_SHOW'
        where s.job_id = r.job_id and s.cause = 'PROVIDER')
    and (r.preview or not r.complete or r.event_ended_at is null or r.no_shows is null or r.no_shows <> 'MARKED'
        or (r.live = 0 and not r.confirmed_empty));

-- checks.refresh.preview-changed
select r.id, r.program_id
from refresh r
where r.preview and exists (select 1 from change_set s where s.job_id = r.job_id);

-- checks.refresh.miscounted
select r.id, r.program_id
from refresh r
where r.end_state = 'DONE' and not r.preview and r.job_id is not null
    and (select coalesce(sum(n.n), 0) from refresh_count n where n.refresh_id = r.id and n.outcome = 'CHANGED')
        <> (select count(*) from change_set s join status_change c on c.change_set_id = s.id where s.job_id = r.job_id);

-- checks.refresh.two-at-once
select max(id) as id, program_id from refresh where ended_at is null and not preview group by program_id having count(*) > 1;

-- checks.refresh.settled-by-nobody
select id, program_id
from unmatched_attendee
where (state = 'OPEN') <> (settled_at is null or settled_by is null);
