package rollcall.desk;

import rollcall.testing.OnH2;

@OnH2
class SampleProgramOnH2Test extends SampleProgramTests {}
