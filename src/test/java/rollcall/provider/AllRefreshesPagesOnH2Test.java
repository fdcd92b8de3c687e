package rollcall.provider;

import rollcall.testing.OnH2;

@OnH2
class AllRefreshesPagesOnH2Test extends AllRefreshesPagesTests {}
