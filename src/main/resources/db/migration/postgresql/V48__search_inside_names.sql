-- A search for what stands inside a name or an address has an index of its own, where the extension pg_trgm is there and
-- this user may switch it on: whoever owns the database may. Elsewhere the search reads all people, and
-- docs/operations.md says how to add the index later. H2 has nothing like it. People, since members change all the time.
-- Millions of people take longer than a statement may.
set local statement_timeout = 0;

do $$
begin
    create extension if not exists pg_trgm;
    create index person_by_part on person
        using gin (name_key gin_trgm_ops, given_key gin_trgm_ops, company_key gin_trgm_ops, email_key gin_trgm_ops);
exception when others then
    raise notice 'No index for searches inside names: %', sqlerrm;
end
$$;
