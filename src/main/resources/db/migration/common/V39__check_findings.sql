-- What a run of the checks found, one row for each broken row, or one without any where a check did not come to its end.
create table check_finding (
    job_id bigint not null references job on delete cascade,
    -- The check's place among all of them, and the row's among those that it found.
    place integer not null,
    nth integer not null,
    breach varchar(500) not null,
    -- Never personal data. Null where the check did not come to its end.
    row_name varchar(300),
    -- Where that row shows; refers to nothing, since what is broken may be gone tomorrow.
    member_id bigint,
    program_id bigint,
    primary key (job_id, place, nth)
);
