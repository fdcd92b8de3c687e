package rollcall.provider;

/** A provider refused somebody because that event is full, which it may not have been when we asked last. */
record EventFull(EventRef event) {}
