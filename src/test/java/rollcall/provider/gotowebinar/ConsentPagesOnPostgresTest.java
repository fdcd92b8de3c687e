package rollcall.provider.gotowebinar;

import rollcall.testing.OnPostgres;

@OnPostgres
class ConsentPagesOnPostgresTest extends ConsentPagesTests {}
