-- Which columns of the list of members somebody chose last in a program; no row for the usual ones.
create table member_columns (
    program_id bigint not null references program on delete cascade,
    -- Who chose them, as in saved_view.
    owner_key varchar(60) not null,
    -- As it stands in an address behind the question mark, with every question written out.
    chosen varchar(40000) not null,
    primary key (program_id, owner_key)
);

create index member_columns_by_owner on member_columns (owner_key);

-- The columns that a view shows, written alike; null for a view of before that had none of its own.
alter table saved_view add column chosen_columns varchar(40000);
