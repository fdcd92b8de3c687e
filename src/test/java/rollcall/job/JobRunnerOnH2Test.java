package rollcall.job;

import rollcall.testing.OnH2;

@OnH2
class JobRunnerOnH2Test extends JobRunnerTests {}
