package rollcall.member;

import rollcall.testing.OnH2;

@OnH2
class BulkAuditOnH2Test extends BulkAuditTests {}
