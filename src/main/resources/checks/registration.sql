-- Each query finds what must not be; see rollcall.desk.Invariant.

-- checks.registration.erased-with-consent
select m.id, m.id as member_id
from member m
join person p on p.id = m.person_id
where p.erased_at is not null
    and (exists (select 1 from registration_consent c where c.member_id = m.id)
        or exists (select 1 from registration_revision r where r.member_id = m.id));

-- checks.registration.not-asked
select f.program_id as id, f.program_id
from registration_form f
where (select count(*) from registration_field d
    where d.program_id = f.program_id and d.kind in ('FIRST_NAME', 'LAST_NAME', 'EMAIL')) <> 3;

-- checks.registration.two-at-one-place
select min(program_id) as id, program_id
from registration_field
group by program_id, place
having count(*) > 1;

-- checks.registration.other-program
select s.id, s.member_id
from registration_submission s
join member m on m.id = s.member_id
where s.program_id <> m.program_id;

-- checks.registration.not-in-history
select s.id, s.member_id
from registration_submission s
where s.status is not null
    and not exists (select 1 from status_change c where c.member_id = s.member_id and c.to_status = s.status);

-- checks.registration.address-of-two
select f.program_id as id, f.program_id
from registration_former_slug f
join registration_page p on p.slug = f.slug
where p.program_id <> f.program_id;
