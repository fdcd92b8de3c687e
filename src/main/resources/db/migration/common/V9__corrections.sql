-- A correction takes members out of the program and to where they belong, in one change set. Nothing of the history is
-- taken away: what was wrong stays, and says which correction took it back.
alter table change_set add column correction boolean default false not null;

-- The change set of the correction that took this change back last: as long as that correction counts itself, the change
-- counts for nothing. Where a correction leads on to another status, its own way out names itself here. Refers to no row:
-- both go with the program, and looking for referring rows in a long history would make that slow.
alter table status_change add column corrected_by bigint;

-- Whether the registration stood through this change as it was before, so that nobody needs to be told of it.
alter table status_change add column keeps_registration boolean default false not null;
