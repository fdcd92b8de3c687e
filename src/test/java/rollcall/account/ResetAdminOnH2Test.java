package rollcall.account;

import rollcall.testing.OnH2;

@OnH2
class ResetAdminOnH2Test extends ResetAdminTests {}
