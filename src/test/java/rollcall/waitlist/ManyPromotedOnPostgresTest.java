package rollcall.waitlist;

import rollcall.testing.OnPostgres;

@OnPostgres
class ManyPromotedOnPostgresTest extends ManyPromotedTests {}
