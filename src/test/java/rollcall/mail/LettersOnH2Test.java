package rollcall.mail;

import rollcall.testing.OnH2;

@OnH2
class LettersOnH2Test extends LettersTests {}
