package rollcall.desk;

import rollcall.testing.OnH2;

@OnH2
class PeoplePagesOnH2Test extends PeoplePagesTests {}
