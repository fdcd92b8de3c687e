-- Jobs whose end has still to be told to who started them. A row goes when it was told, or when they saw it themselves.
create table job_notice (
    job_id bigint primary key references job on delete cascade,
    actor_key varchar(60) not null
);

create index job_notice_by_actor on job_notice (actor_key, job_id);

-- What is under way is asked for on every look at the list of jobs.
create index job_by_end on job (ended_at, id);
