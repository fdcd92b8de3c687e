package rollcall.campaign;

import rollcall.testing.OnPostgres;

@OnPostgres
class EditorPagesOnPostgresTest extends EditorPagesTests {}
