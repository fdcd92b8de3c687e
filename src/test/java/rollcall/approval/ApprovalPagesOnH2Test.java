package rollcall.approval;

import rollcall.testing.OnH2;

@OnH2
class ApprovalPagesOnH2Test extends ApprovalPagesTests {}
