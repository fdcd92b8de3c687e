-- A signature of what a subscription was asked for with: the address, what proves what is told, whose it is. Where that is
-- another one now, it is asked for anew.
alter table subscription add column made_with varchar(30);
