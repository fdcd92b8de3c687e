package rollcall.web;

/**
 * One step of the way back that stands above a heading.
 *
 * @param text as people read it
 * @param address within the application, from the root
 */
public record Crumb(String text, String address) {}
