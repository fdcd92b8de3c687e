package rollcall.member;

import rollcall.testing.OnH2;

@OnH2
class ChannelStepsOnH2Test extends ChannelStepsTests {}
