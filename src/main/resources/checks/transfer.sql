-- Each query finds what must not be; see rollcall.desk.Invariant.

-- checks.transfer.rows-not-counted
select i.id, i.program_id
from member_import i
join job j on j.id = i.job_id and j.kind = 'import'
where i.created + i.updated + i.unchanged + i.refused <> j.done;

-- checks.transfer.rows-missing
select id, program_id
from member_import
where end_state = 'DONE'
    and created + updated + unchanged + refused
        <> expected_created + expected_updated + expected_unchanged + expected_refused;

-- checks.transfer.refused-not-counted
select i.id, i.program_id
from member_import i
where i.refused <> (select count(*) from import_row r where r.import_id = i.id and r.stage = 'DONE')
    and exists (select 1 from import_row r where r.import_id = i.id and r.stage = 'DONE');

-- checks.transfer.ended-apart
select i.id, i.program_id
from member_import i
join job j on j.id = i.job_id
where (i.ended_at is null and j.ended_at is not null) or (i.ended_at is not null and j.ended_at is null)
    or i.end_state <> j.state;

-- checks.transfer.kept-file
select id, program_id from member_import where ended_at is not null and stored_name is not null;
