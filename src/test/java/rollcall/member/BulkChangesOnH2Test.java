package rollcall.member;

import rollcall.testing.OnH2;

@OnH2
class BulkChangesOnH2Test extends BulkChangesTests {}
