package rollcall.registration;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rollcall.program.Actor;
import rollcall.program.AnswersByMail;
import rollcall.program.Program;
import rollcall.program.ProgramCreated;
import rollcall.program.Programs;
import rollcall.program.PublicPages;

/** The pages of programs for everybody. */
@Service
class RegistrationPages implements PublicPages {

    private final PageRows rows;
    private final Slugs slugs;
    private final Programs programs;
    private final RegistrationAudit audit;
    private final Promises promises;
    private final Clock clock;

    RegistrationPages(
            PageRows rows, Slugs slugs, Programs programs, RegistrationAudit audit, Promises promises, Clock clock) {
        this.audit = audit;
        this.promises = promises;
        this.clock = clock;
        this.rows = rows;
        this.slugs = slugs;
        this.programs = programs;
    }

    /** The program's page as it is set up; one with what is usual when nobody has. */
    RegistrationPage of(Program program) {
        return rows.of(program.key())
                .orElseGet(() -> RegistrationPage.usual(program.key(), slugs.free(program.name())));
    }

    /** The page at that address, whether everybody may see it or not. */
    Optional<RegistrationPage> at(String slug) {
        return Slugs.wellFormed(slug) ? rows.bySlug(slug) : Optional.empty();
    }

    /** The page that was at that address before. */
    Optional<RegistrationPage> formerlyAt(String slug) {
        return Slugs.wellFormed(slug) ? rows.byFormerSlug(slug) : Optional.empty();
    }

    @Override
    public Optional<String> pathOf(long programId) {
        return rows.of(programId)
                .filter(RegistrationPage::published)
                .filter(page -> !programs.get(programId).archived())
                .map(RegistrationPage::path);
    }

    @Override
    public Set<AnswersByMail.To> silentAt(Program program) {
        return program.archived() || program.endedBy(clock.instant())
                ? Set.of()
                : rows.of(program.key())
                        .filter(RegistrationPage::published)
                        .map(page -> promises.missing(page, program))
                        .orElse(Set.of());
    }

    /**
     * Stores how a page is set up.
     *
     * @throws SlugTaken when its address is or was another program's
     * @throws StalePage when somebody else changed it since; nothing is stored
     */
    @Transactional
    void store(Actor who, RegistrationPage page) {
        if (rows.taken(page.slug(), page.programId())) {
            throw new SlugTaken();
        }
        try {
            write(page);
        } catch (DuplicateKeyException lost) {
            throw page.version() == 0 ? new StalePage() : new SlugTaken();
        }
        audit.stored(who, page);
    }

    private void write(RegistrationPage page) {
        var before = rows.of(page.programId()).map(RegistrationPage::slug);
        if (page.version() == 0) {
            rows.insert(page);
        } else if (!rows.update(page)) {
            throw new StalePage();
        }
        before.filter(slug -> !slug.equals(page.slug()))
                .ifPresent(slug -> rows.moved(page.programId(), slug, page.slug()));
    }

    /** A clone has the settings of the page, but is not published; the sample is, since it is there to be looked at. */
    @EventListener
    void on(ProgramCreated created) {
        var program = programs.get(created.programId());
        if (created.clonedFrom() != null) {
            rows.of(created.clonedFrom())
                    .ifPresent(page -> rows.insert(page.copiedTo(program.key(), slugs.free(program.name()))));
        } else if (program.sample()) {
            rows.insert(RegistrationPage.usual(program.key(), slugs.free(program.name()))
                    .shown());
        }
    }

    /** Another program has or had that address. */
    static class SlugTaken extends RuntimeException {}
}
