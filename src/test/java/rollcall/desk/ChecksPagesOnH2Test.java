package rollcall.desk;

import rollcall.testing.OnH2;

@OnH2
class ChecksPagesOnH2Test extends ChecksPagesTests {}
