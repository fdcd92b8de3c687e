package rollcall.desk;

import rollcall.testing.OnH2;

@OnH2
class ProgramsPagesOnH2Test extends ProgramsPagesTests {}
