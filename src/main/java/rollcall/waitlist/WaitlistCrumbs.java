package rollcall.waitlist;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import rollcall.program.Program;
import rollcall.program.ProgramNav;
import rollcall.web.Crumb;

/** The way back from the pages that lie behind a waitlist. */
@Component
class WaitlistCrumbs {

    private final MessageSource messages;

    WaitlistCrumbs(MessageSource messages) {
        this.messages = messages;
    }

    List<Crumb> of(Program program) {
        var title = messages.getMessage("waitlist.title", null, LocaleContextHolder.getLocale());
        var waitlist = new Crumb(title, WaitlistController.address(program.key()));
        return Stream.concat(ProgramNav.crumbs(program).stream(), Stream.of(waitlist))
                .toList();
    }
}
