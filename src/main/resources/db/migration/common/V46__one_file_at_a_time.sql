-- Whose file of a program's members is being written: one at a time for each person. Null once nothing is written any more.
alter table member_export add column writing_for varchar(60);

create unique index member_export_one_at_a_time on member_export (program_id, writing_for);
create index member_export_by_actor on member_export (program_id, actor_key, id);
