package rollcall.mail;

import rollcall.testing.OnH2;

@OnH2
class SenderOnH2Test extends SenderTests {}
