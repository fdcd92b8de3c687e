-- A search for a beginning is a range over the key; only the byte order makes that range usable by an index.
alter table person
    alter column name_key type varchar(202) collate "C",
    alter column given_key type varchar(202) collate "C",
    alter column company_key type varchar(200) collate "C",
    alter column email_key type varchar(254) collate "C";

alter table member
    alter column name_key type varchar(202) collate "C",
    alter column given_key type varchar(202) collate "C",
    alter column company_key type varchar(200) collate "C",
    alter column email_key type varchar(254) collate "C";
