package rollcall.waitlist;

import rollcall.testing.OnPostgres;

@OnPostgres
class WaitlistPagesOnPostgresTest extends WaitlistPagesTests {}
