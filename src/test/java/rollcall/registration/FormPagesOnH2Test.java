package rollcall.registration;

import rollcall.testing.OnH2;

@OnH2
class FormPagesOnH2Test extends FormPagesTests {}
