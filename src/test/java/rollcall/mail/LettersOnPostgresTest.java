package rollcall.mail;

import rollcall.testing.OnPostgres;

@OnPostgres
class LettersOnPostgresTest extends LettersTests {}
