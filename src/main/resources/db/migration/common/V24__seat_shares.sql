-- Whoever changes members of a program without a capacity holds one of that program's sixteen rows; whoever sets or
-- takes away a capacity holds all of them. Programs whose ids are alike modulo sixteen share theirs.
create table seat_share (
    n integer primary key
);

insert into seat_share (n)
with recursive numbers (n) as (select 0 union all select n + 1 from numbers where n < 255)
select n from numbers;
