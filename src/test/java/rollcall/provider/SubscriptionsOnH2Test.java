package rollcall.provider;

import rollcall.testing.OnH2;

@OnH2
class SubscriptionsOnH2Test extends SubscriptionsTests {}
