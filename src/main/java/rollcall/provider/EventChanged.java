package rollcall.provider;

/** Something about an event is different at its provider, which is to be asked anew. A provider publishes it that knows. */
public record EventChanged(EventRef event) {}
