package rollcall.campaign;

import rollcall.testing.OnH2;

@OnH2
class EditorPagesOnH2Test extends EditorPagesTests {}
