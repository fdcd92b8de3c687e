package rollcall.member;

import rollcall.testing.OnPostgres;

@OnPostgres
class ChannelStepsOnPostgresTest extends ChannelStepsTests {}
