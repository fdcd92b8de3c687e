package rollcall.member;

import rollcall.testing.OnPostgres;

@OnPostgres
class SavedViewPagesOnPostgresTest extends SavedViewPagesTests {}
