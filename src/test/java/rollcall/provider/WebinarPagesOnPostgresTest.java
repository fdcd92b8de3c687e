package rollcall.provider;

import rollcall.testing.OnPostgres;

@OnPostgres
class WebinarPagesOnPostgresTest extends WebinarPagesTests {}
