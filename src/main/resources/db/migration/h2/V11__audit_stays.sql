-- By time, since that is how the audit is read; also of one kind, and of one person.
create index audit_entry_by_time on audit_entry (made_at, id);
create index audit_entry_by_kind_and_time on audit_entry (kind, made_at, id);
create index audit_entry_by_actor_and_time on audit_entry (actor_key, made_at, id);
drop index audit_entry_by_kind;

-- What stands in the audit is never changed and never removed. Nothing of it is personal, so that erasing somebody needs
-- no exception.
create trigger audit_stays before update, delete on audit_entry for each row call 'rollcall.account.AuditStays';
