package rollcall.waitlist;

import rollcall.testing.OnPostgres;

@OnPostgres
class PromotionsOnPostgresTest extends PromotionsTests {}
