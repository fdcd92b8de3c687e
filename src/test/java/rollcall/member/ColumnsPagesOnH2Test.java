package rollcall.member;

import rollcall.testing.OnH2;

@OnH2
class ColumnsPagesOnH2Test extends ColumnsPagesTests {}
