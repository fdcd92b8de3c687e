package rollcall.mail;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import rollcall.program.Access;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.NotAllowed;
import rollcall.program.Programs;

/**
 * Finds for each page of templates what its address names, for whoever may: managers of the program, or administrators
 * for what all programs share.
 */
@ControllerAdvice(
        assignableTypes = {TemplateController.class, TemplateDeedsController.class, TemplatePreviewController.class})
class Shelves {

    /** Addresses of the controllers above. */
    static final String OF_PROGRAM = "/programs/{programId}/templates";

    static final String SHARED = "/admin/templates";
    static final String ONE_OF_PROGRAM = OF_PROGRAM + "/{templateId}";
    static final String ONE_SHARED = SHARED + "/{sharedId}";

    private final Programs programs;
    private final Access access;
    private final TemplateRows templates;

    Shelves(Programs programs, Access access, TemplateRows templates) {
        this.programs = programs;
        this.access = access;
        this.templates = templates;
    }

    @ModelAttribute("shelf")
    Shelf shelf(
            Actor who,
            @PathVariable(required = false) @Nullable Long programId,
            @PathVariable(required = false) @Nullable Long templateId,
            @PathVariable(required = false) @Nullable Long sharedId) {
        return programId == null ? shared(who, sharedId) : ofProgram(who, programId, templateId);
    }

    private Shelf ofProgram(Actor who, long programId, @Nullable Long templateId) {
        var program = programs.require(who, programId, Act.MANAGE);
        var template = templateId == null ? null : find(templateId);
        if (template != null && !Long.valueOf(programId).equals(template.programId())) {
            throw new NoSuchTemplate();
        }
        return new Shelf(program, template);
    }

    private Shelf shared(Actor who, @Nullable Long sharedId) {
        if (!access.administers(who)) {
            throw new NotAllowed();
        }
        var template = sharedId == null ? null : find(sharedId);
        if (template != null && template.programId() != null) {
            throw new NoSuchTemplate();
        }
        return new Shelf(null, template);
    }

    private Template find(long id) {
        return templates.find(id).orElseThrow(NoSuchTemplate::new);
    }
}
