package rollcall.mail;

import rollcall.testing.OnPostgres;

@OnPostgres
class UnsubscribeOnPostgresTest extends UnsubscribeTests {}
