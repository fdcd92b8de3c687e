-- Each query finds what must not be; see rollcall.desk.Invariant.

-- An import's rows are not those that were created, updated, left unchanged or refused.
select i.id, i.program_id
from member_import i
join job j on j.id = i.job_id and j.kind = 'import'
where i.created + i.updated + i.unchanged + i.refused <> j.done;

-- An import that went to its end did not come to every row of its file.
select id, program_id
from member_import
where end_state = 'DONE'
    and created + updated + unchanged + refused
        <> expected_created + expected_updated + expected_unchanged + expected_refused;

-- An import kept other rows as refused than it counted.
select i.id, i.program_id
from member_import i
where i.refused <> (select count(*) from import_row r where r.import_id = i.id and r.stage = 'DONE')
    and exists (select 1 from import_row r where r.import_id = i.id and r.stage = 'DONE');

-- An import and its job did not end together.
select i.id, i.program_id
from member_import i
join job j on j.id = i.job_id
where (i.ended_at is null and j.ended_at is not null) or (i.ended_at is not null and j.ended_at is null)
    or i.end_state <> j.state;

-- An import that has ended still has its file.
select id, program_id from member_import where ended_at is not null and stored_name is not null;
