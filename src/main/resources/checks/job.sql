-- Each query finds what must not be; see rollcall.desk.Invariant.

-- checks.job.never-laid-down
select id, program_id from job where ended_at is null and lease_until < current_timestamp - interval '10' minute;

-- checks.job.ended-with-owner
select id, program_id from job where ended_at is not null and (owner is not null or lease_until is not null);

-- checks.job.ended-without-time
select id, program_id from job where (state in ('WAITING', 'RUNNING')) <> (ended_at is null);

-- checks.job.done-not-all
select id, program_id from job where state = 'DONE' and done <> total;

-- checks.job.schedule-without-life
select task_name || ' ' || task_instance as id
from scheduled_tasks
where picked and (last_heartbeat is null or last_heartbeat < current_timestamp - interval '10' minute);
