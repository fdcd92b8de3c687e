package rollcall.desk;

import rollcall.testing.OnH2;

@OnH2
class PersonFileOnH2Test extends PersonFileTests {}
