package rollcall.mail;

import rollcall.testing.OnH2;

@OnH2
class TemplatePagesOnH2Test extends TemplatePagesTests {}
