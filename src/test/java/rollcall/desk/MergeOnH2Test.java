package rollcall.desk;

import rollcall.testing.OnH2;

@OnH2
class MergeOnH2Test extends MergeTests {}
