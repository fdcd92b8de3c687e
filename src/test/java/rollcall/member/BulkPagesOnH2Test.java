package rollcall.member;

import rollcall.testing.OnH2;

@OnH2
class BulkPagesOnH2Test extends BulkPagesTests {}
