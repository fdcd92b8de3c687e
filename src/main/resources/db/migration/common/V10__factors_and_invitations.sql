-- What an account's authenticator app and Rollcall share; one row means that signing in asks for a code.
create table second_factor (
    account_id bigint primary key references account on delete cascade,
    -- See web.Seals; sealed for this account, so that it opens in no other row.
    sealed_key varchar(500) not null,
    -- The number of the half minute whose code was taken last: no code is taken twice, and none from before it.
    last_step bigint not null,
    set_at timestamp(6) with time zone not null
);

-- For the day when the app is gone: each code works once, and only a digest of it is kept.
create table recovery_code (
    account_id bigint not null references second_factor on delete cascade,
    digest varchar(64) not null,
    primary key (account_id, digest)
);
