-- Each query finds what must not be; see rollcall.desk.Invariant.

-- An erased person still has a consent, or something that was sent about them.
select m.id, m.id as member_id
from member m
join person p on p.id = m.person_id
where p.erased_at is not null
    and (exists (select 1 from registration_consent c where c.member_id = m.id)
        or exists (select 1 from registration_revision r where r.member_id = m.id));

-- A form does not ask for a name or an address.
select f.program_id as id, f.program_id
from registration_form f
where (select count(*) from registration_field d
    where d.program_id = f.program_id and d.kind in ('FIRST_NAME', 'LAST_NAME', 'EMAIL')) <> 3;

-- Two fields of a form stand at the same place.
select min(program_id) as id, program_id
from registration_field
group by program_id, place
having count(*) > 1;

-- Somebody filled the form of a program out and is a member of another one.
select s.id, s.member_id
from registration_submission s
join member m on m.id = s.member_id
where s.program_id <> m.program_id;

-- A form came to a status that the member's history does not have.
select s.id, s.member_id
from registration_submission s
where s.status is not null
    and not exists (select 1 from status_change c where c.member_id = s.member_id and c.to_status = s.status);

-- An address leads to the pages of two programs.
select f.program_id as id, f.program_id
from registration_former_slug f
join registration_page p on p.slug = f.slug
where p.program_id <> f.program_id;
