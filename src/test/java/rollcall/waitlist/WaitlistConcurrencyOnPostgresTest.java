package rollcall.waitlist;

import rollcall.testing.OnPostgres;

@OnPostgres
class WaitlistConcurrencyOnPostgresTest extends WaitlistConcurrencyTests {}
