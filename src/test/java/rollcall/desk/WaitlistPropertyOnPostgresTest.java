package rollcall.desk;

import rollcall.testing.OnPostgres;

@OnPostgres
class WaitlistPropertyOnPostgresTest extends WaitlistPropertyTests {}
