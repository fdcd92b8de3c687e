package rollcall.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;
import rollcall.program.Program;
import rollcall.program.ProgramNav;
import rollcall.web.Crumb;

/**
 * Where templates stand: those of a program, or those that all programs share.
 *
 * @param program null for the shared ones
 * @param template the one that the page is about; null for none
 */
record Shelf(@Nullable Program program, @Nullable Template template) {

    /** The template of a page that is about one. */
    Template one() {
        if (template == null) {
            throw new NoSuchTemplate();
        }
        return template;
    }

    @Nullable
    Long programId() {
        return program == null ? null : program.key();
    }

    /** The address of the list. Templates of pages call this and the next ones. */
    public String address() {
        return program == null ? "/admin/templates" : "/programs/" + program.key() + "/templates";
    }

    public String address(long templateId) {
        return address() + "/" + templateId;
    }

    /** The way back to the list, and above it. */
    List<Crumb> crumbs(String list) {
        var here = new Crumb(list, address());
        if (program == null) {
            return template == null ? List.of() : List.of(here);
        }
        var program = ProgramNav.crumbs(this.program);
        return List.of(program.getFirst(), program.getLast(), here);
    }
}
