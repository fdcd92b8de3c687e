package rollcall.provider;

import rollcall.testing.OnH2;

@OnH2
class AllErrorsOnH2Test extends AllErrorsTests {}
