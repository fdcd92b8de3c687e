package rollcall.member;

import rollcall.testing.OnH2;

@OnH2
class SavedViewPagesOnH2Test extends SavedViewPagesTests {}
