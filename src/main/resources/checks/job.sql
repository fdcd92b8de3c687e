-- Each query finds what must not be; see rollcall.desk.Invariant.

-- A job is said to run, but its lease ended more than ten minutes ago.
select id, program_id from job where ended_at is null and lease_until < current_timestamp - interval '10' minute;

-- A job has ended but still has an owner.
select id, program_id from job where ended_at is not null and (owner is not null or lease_until is not null);

-- A job has ended and does not say when, or says when it has not.
select id, program_id from job where (state in ('WAITING', 'RUNNING')) <> (ended_at is null);

-- A job is done, but not all of it.
select id, program_id from job where state = 'DONE' and done <> total;

-- Work of the scheduler was taken in hand and has shown no sign of life for ten minutes.
select task_name || ' ' || task_instance as id
from scheduled_tasks
where picked and (last_heartbeat is null or last_heartbeat < current_timestamp - interval '10' minute);
