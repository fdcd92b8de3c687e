package rollcall.member;

import rollcall.testing.OnH2;

@OnH2
class SavedViewsOnH2Test extends SavedViewsTests {}
