-- The address under which somebody was sent, sealed, for as long as anything about them is open: their own may be another
-- one by then, or erased.
alter table push add column sent_to varchar(1500);

-- When the webinar really began; null as long as only the program's own start is known.
alter table webinar add column begun_at timestamp(6) with time zone;

update webinar set begun_at = (
    select s.started_at from simulated_webinar s where cast(s.id as varchar(20)) = webinar.event_id)
where provider = 'simulator';
