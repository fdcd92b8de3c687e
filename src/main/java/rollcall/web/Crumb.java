package rollcall.web;

/**
 * One step of the way back that stands above a heading.
 *
 * @param text as people read it; empty for the list of programs, which is called as in the navigation
 * @param address within the application, from the root
 */
public record Crumb(String text, String address) {

    /** Where every way begins. */
    public static final Crumb PROGRAMS = new Crumb("", "/programs");
}
