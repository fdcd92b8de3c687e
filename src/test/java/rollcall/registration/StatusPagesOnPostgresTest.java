package rollcall.registration;

import rollcall.testing.OnPostgres;

@OnPostgres
class StatusPagesOnPostgresTest extends StatusPagesTests {}
