-- The address under which somebody was sent, sealed, for as long as anything about them is open: their own may be another
-- one by then, or erased.
alter table push add column sent_to varchar(1500);
