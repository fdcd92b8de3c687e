package rollcall.registration;

import rollcall.testing.OnPostgres;

@OnPostgres
class PublicPagesOnPostgresTest extends PublicPagesTests {}
