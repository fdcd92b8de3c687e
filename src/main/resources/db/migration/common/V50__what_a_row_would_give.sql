-- What a dry run says of each row that it shows: where the person stands, what they would be, and the status reason.
alter table import_row add column from_status varchar(60);
alter table import_row add column to_status varchar(60);
alter table import_row add column status_reason varchar(500) not null default '';
