package rollcall.campaign;

/** Somebody saved another version meanwhile. */
class StaleCampaign extends RuntimeException {}
