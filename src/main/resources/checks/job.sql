-- A job is said to run, but its lease ended more than ten minutes ago.
select id from job where ended_at is null and lease_until < current_timestamp - interval '10' minute;

-- A job has ended but still has an owner.
select id from job where ended_at is not null and owner is not null;

-- A job is done, but not all of it.
select id from job where state = 'DONE' and done <> total;
