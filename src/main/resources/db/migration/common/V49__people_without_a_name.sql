-- People without a name stand in lists by their address, which is shown in its place, and not all before the others.
update person set name_key = substring(email_key from 1 for 202) where name_key = '';

update member m set name_key = (select p.name_key from person p where p.id = m.person_id) where m.name_key = '';
