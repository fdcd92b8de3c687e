-- The address under which somebody was sent, sealed, for as long as anything about them is open: their own may be another
-- one by then, or erased.
alter table push add column sent_to varchar(1500);

-- When the webinar really began; null as long as only the program's own start is known.
alter table webinar add column begun_at timestamp(6) with time zone;

update webinar set begun_at = (
    select s.started_at from simulated_webinar s where cast(s.id as varchar(20)) = webinar.event_id)
where provider = 'simulator';

-- Where a push goes. A program may have another provider by the time it is sent: a cancellation still goes there.
alter table push add column provider varchar(40);
alter table push add column event_id varchar(200);

update push set provider = (select w.provider from webinar w where w.program_id = push.program_id),
    event_id = (select w.event_id from webinar w where w.program_id = push.program_id);

-- Whether a change only says what the provider knows already. Of what was changed before nobody knows that any more, and
-- nothing is sent for it.
alter table change_set add column reported boolean default true not null;
alter table change_set alter column reported set default false;

create index refresh_kept_by_member on refresh_kept (member_id);
