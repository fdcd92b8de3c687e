package rollcall.member;

import rollcall.testing.OnPostgres;

@OnPostgres
class ConcurrencyOnPostgresTest extends ConcurrencyTests {}
