-- Whom a refresh left alone against its report, so that its page can name them: somebody had decided otherwise, or they
-- had left.
create table refresh_ignored (
    refresh_id bigint not null references refresh on delete cascade,
    effect varchar(20) not null,
    member_id bigint not null references member on delete cascade,
    primary key (refresh_id, effect, member_id)
);

create index refresh_ignored_by_member on refresh_ignored (member_id);
