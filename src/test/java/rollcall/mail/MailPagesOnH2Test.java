package rollcall.mail;

import rollcall.testing.OnH2;

@OnH2
class MailPagesOnH2Test extends MailPagesTests {}
