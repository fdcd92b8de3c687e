package rollcall.member;

import rollcall.testing.OnH2;

@OnH2
class StatusChangesOnH2Test extends StatusChangesTests {}
