package rollcall.mail;

import rollcall.testing.OnPostgres;

@OnPostgres
class SenderOnPostgresTest extends SenderTests {}
