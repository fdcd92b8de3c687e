-- Whoever starts a run of the checks locks this row first, so that two who ask at once start one.
create table check_desk (
    id integer primary key check (id = 1)
);

insert into check_desk (id) values (1);
