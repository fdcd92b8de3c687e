package rollcall.registration;

import rollcall.testing.OnPostgres;

@OnPostgres
class FormPagesOnPostgresTest extends FormPagesTests {}
