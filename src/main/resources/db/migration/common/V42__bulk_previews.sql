-- Whom a preview of a bulk change was for, so that the confirmation knows whether it is still for the same. Kept for a day.
create table bulk_preview (
    preview_key varchar(36) primary key,
    program_id bigint not null references program on delete cascade,
    made_at timestamp(6) with time zone not null
);

create index bulk_preview_by_age on bulk_preview (made_at);
create index bulk_preview_by_program on bulk_preview (program_id);

-- Their ids in order, each as what it is more than the one before, in as few bytes as that takes.
create table bulk_preview_part (
    preview_key varchar(36) not null references bulk_preview on delete cascade,
    part integer not null,
    member_ids bytea not null,
    primary key (preview_key, part)
);
