package rollcall.mail;

import rollcall.testing.OnPostgres;

@OnPostgres
class LetterheadOnPostgresTest extends LetterheadTests {}
