package rollcall.desk;

import rollcall.testing.OnH2;

@OnH2
class ImportInvariantOnH2Test extends ImportInvariantTests {}
