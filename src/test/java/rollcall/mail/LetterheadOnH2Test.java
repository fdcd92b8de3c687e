package rollcall.mail;

import rollcall.testing.OnH2;

@OnH2
class LetterheadOnH2Test extends LetterheadTests {}
