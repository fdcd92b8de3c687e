package rollcall.member;

import rollcall.testing.OnPostgres;

@OnPostgres
class CorrectionsOnPostgresTest extends CorrectionsTests {}
