package rollcall.campaign;

import rollcall.testing.OnPostgres;

@OnPostgres
class RecipesOnPostgresTest extends RecipesTests {}
