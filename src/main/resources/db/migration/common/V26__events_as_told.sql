-- What the provider said of a program's event when it was last asked, and when it is asked again.
create table told_event (
    program_id bigint primary key references webinar on delete cascade,
    -- Empty until it was told once; null where the provider does not say.
    title varchar(500) not null,
    starts_at timestamp(6) with time zone,
    ends_at timestamp(6) with time zone,
    capacity integer,
    state varchar(20) not null,
    -- Null until it was told once.
    told_at timestamp(6) with time zone,
    -- Null when it need not be asked by itself any more.
    due_at timestamp(6) with time zone,
    -- What the last try failed with, and the provider's words for it; null when it did not.
    problem varchar(20),
    words varchar(500)
);

create index told_event_by_due on told_event (due_at);

insert into told_event (program_id, title, state, due_at) select program_id, '', 'UNKNOWN', chosen_at from webinar;

-- A simulated provider may lack what some real ones lack.
alter table simulated_webinar add column cannot_cancel boolean default false not null;
alter table simulated_webinar add column cannot_decide boolean default false not null;
