package rollcall.provider;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.Programs;

/** What a manager says about where a program's webinar is held. */
@Service
class WebinarChoice {

    private final Programs programs;
    private final Webinars webinars;
    private final WebinarRows rows;

    WebinarChoice(Programs programs, Webinars webinars, WebinarRows rows) {
        this.programs = programs;
        this.webinars = webinars;
        this.rows = rows;
    }

    /**
     * @param kind the provider's; empty for none
     * @param cancels whether whoever is registered at a provider that is left is to be cancelled there
     * @throws ResponseStatusException 422 when there is no such provider
     */
    @Transactional
    void make(
            Actor who,
            long programId,
            String kind,
            boolean leavesWhenCancelled,
            boolean refreshesItself,
            boolean cancels) {
        var program = programs.require(who, programId, Act.MANAGE);
        if (kind.isEmpty()) {
            webinars.leave(program, cancels);
            return;
        }
        if (webinars.providers().stream().noneMatch(one -> one.kind().equals(kind))) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        webinars.choose(program, kind, cancels);
        rows.set(programId, leavesWhenCancelled, refreshesItself);
    }
}
