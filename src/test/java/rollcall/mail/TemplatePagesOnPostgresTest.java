package rollcall.mail;

import rollcall.testing.OnPostgres;

@OnPostgres
class TemplatePagesOnPostgresTest extends TemplatePagesTests {}
