package rollcall.campaign;

import rollcall.testing.OnH2;

@OnH2
class RecipesOnH2Test extends RecipesTests {}
