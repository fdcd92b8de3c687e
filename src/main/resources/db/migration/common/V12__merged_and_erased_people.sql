-- What was merged into another person stays as an earlier record of them: with the address by which imports find the
-- person, and the number it had before. Whoever was erased keeps a number and a pseudonym.
alter table person add column merged_into bigint references person on delete cascade;
alter table person add column replaces bigint;
alter table person add column erased_at timestamp(6) with time zone;

create index person_by_merge on person (merged_into);
create index person_by_replaced on person (replaces);
create index person_by_name on person (name_key, id);
create index person_by_given_name on person (given_key);
create index person_by_company on person (company_key);

-- A membership that only tells what was: MERGED when the person has another one in the same program, which is out of all
-- lists and counts then, or ERASED. Null for all others.
alter table member add column closed varchar(10);

-- Addresses that were erased, as digests under a secret that is made when it is first needed, so that their return is
-- noticed.
create table erased_address (
    digest varchar(64) primary key,
    erased_at timestamp(6) with time zone not null
);

create table erasure_secret (
    id integer primary key check (id = 1),
    secret varchar(64) not null
);

-- Whether an import takes in addresses that were erased before.
alter table member_import add column erased_too boolean default false not null;
