package rollcall.mail;

import rollcall.testing.OnH2;

@OnH2
class UnsubscribeOnH2Test extends UnsubscribeTests {}
