package rollcall.transfer;

import rollcall.testing.OnH2;

@OnH2
class MemberExportOnH2Test extends MemberExportTests {}
