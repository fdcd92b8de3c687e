package rollcall.provider;

/**
 * Somebody registered at a provider, or was let in, turned down or cancelled there. A provider publishes it that knows without
 * being asked.
 */
public record RegistrantsChanged(EventRef event) {}
