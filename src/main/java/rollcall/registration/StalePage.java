package rollcall.registration;

/** Somebody else changed the page since it was read. */
class StalePage extends RuntimeException {}
