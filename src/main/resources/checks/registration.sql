-- Each query finds what must not be; its first column is the id of the row. See docs/operations.md.

-- An erased person still has a consent, or something that was sent about them.
select m.id
from member m
join person p on p.id = m.person_id
where p.erased_at is not null
    and (exists (select 1 from registration_consent c where c.member_id = m.id)
        or exists (select 1 from registration_revision r where r.member_id = m.id));

-- A form does not ask for a name or an address.
select f.program_id
from registration_form f
where (select count(*) from registration_field d
    where d.program_id = f.program_id and d.kind in ('FIRST_NAME', 'LAST_NAME', 'EMAIL')) <> 3;

-- Two fields of a form stand at the same place.
select min(program_id)
from registration_field
group by program_id, place
having count(*) > 1;
