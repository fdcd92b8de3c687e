package rollcall.provider;

import rollcall.testing.OnPostgres;

@OnPostgres
class UnmatchedPeopleOnPostgresTest extends UnmatchedPeopleTests {}
