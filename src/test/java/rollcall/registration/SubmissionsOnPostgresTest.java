package rollcall.registration;

import rollcall.testing.OnPostgres;

@OnPostgres
class SubmissionsOnPostgresTest extends SubmissionsTests {}
