package rollcall.program;

import rollcall.testing.OnH2;

@OnH2
class ProgramFormPagesOnH2Test extends ProgramFormPagesTests {}
