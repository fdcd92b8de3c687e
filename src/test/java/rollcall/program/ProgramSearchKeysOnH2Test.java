package rollcall.program;

import rollcall.testing.OnH2;

@OnH2
class ProgramSearchKeysOnH2Test extends ProgramSearchKeysTests {}
