package rollcall.program;

import rollcall.testing.OnH2;

@OnH2
class ChannelsOnH2Test extends ChannelsTests {}
