package rollcall.mail;

import rollcall.testing.OnPostgres;

@OnPostgres
class MailPagesOnPostgresTest extends MailPagesTests {}
