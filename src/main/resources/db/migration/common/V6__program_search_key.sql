-- The name in lower case, without accents and with single spaces: what a search looks in. Programs that were there before
-- get theirs from the Java migration after this one, since no SQL of both databases takes accents off.
alter table program add column name_key varchar(200) default '' not null;
