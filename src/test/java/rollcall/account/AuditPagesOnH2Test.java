package rollcall.account;

import rollcall.testing.OnH2;

@OnH2
class AuditPagesOnH2Test extends AuditPagesTests {}
