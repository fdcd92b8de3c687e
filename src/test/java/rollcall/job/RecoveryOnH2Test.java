package rollcall.job;

import rollcall.testing.OnH2;

@OnH2
class RecoveryOnH2Test extends RecoveryTests {}
