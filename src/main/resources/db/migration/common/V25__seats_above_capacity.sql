-- By how many the seats taken exceeded the capacity when that was set; what is decided afterwards adds none. For the
-- check that counts decisions and facts apart.
alter table program_seats add column excess integer default 0 not null;

update program_seats set excess = (
    select greatest(0, program_seats.taken - p.capacity) from program p where p.id = program_seats.program_id)
where program_id in (select id from program where capacity is not null);
