package rollcall.member;

import rollcall.testing.OnPostgres;

@OnPostgres
class SavedViewsOnPostgresTest extends SavedViewsTests {}
