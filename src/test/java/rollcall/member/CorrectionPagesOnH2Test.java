package rollcall.member;

import rollcall.testing.OnH2;

@OnH2
class CorrectionPagesOnH2Test extends CorrectionPagesTests {}
