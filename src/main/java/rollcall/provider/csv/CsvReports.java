package rollcall.provider.csv;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import rollcall.program.Program;
import rollcall.program.Programs;
import rollcall.provider.AttendanceKind;
import rollcall.provider.AttendanceRecord;
import rollcall.provider.Capabilities;
import rollcall.provider.Decision;
import rollcall.provider.DecisionOutcome;
import rollcall.provider.EventDetails;
import rollcall.provider.EventRef;
import rollcall.provider.JoinLink;
import rollcall.provider.OwnWords;
import rollcall.provider.Page;
import rollcall.provider.ProviderFailure.Rejected;
import rollcall.provider.ProviderTrouble;
import rollcall.provider.Refusal;
import rollcall.provider.Registrant;
import rollcall.provider.RegistrantRef;
import rollcall.provider.RegistrationOutcome;
import rollcall.provider.RegistrationRequest;
import rollcall.provider.WebinarProvider;
import rollcall.transfer.CsvRefused;

/**
 * Reads report files as if they were a provider's answers, so that they go through the same refresh. No webinar is held
 * here: an event is one file. The rows are first put down in the database, a part at a time, and then read person by person.
 */
@Component
class CsvReports implements WebinarProvider {

    /** How many rows are put down at a time. */
    static final int PART = 20_000;

    /** How many people stand on a page. */
    static final int PAGE = 1_000;

    private static final String PUTTING_DOWN = "row ";
    private static final String READING = "person ";

    private final ReportFiles files;
    private final ReportRows rows;
    private final Visits visits;
    private final Programs programs;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CsvReports(
            ReportFiles files,
            ReportRows rows,
            Visits visits,
            Programs programs,
            TransactionTemplate transaction,
            Clock clock) {
        this.files = files;
        this.rows = rows;
        this.visits = visits;
        this.programs = programs;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return ReportFile.KIND;
    }

    /** Registration is by hand: members enter by the address that stands on the program. */
    @Override
    public boolean choosable() {
        return false;
    }

    @Override
    public Optional<String> againPath(EventRef event) {
        return files.find(number(event.externalId())).map(file -> file.address() + "/refreshes");
    }

    @Override
    public Capabilities capabilities(EventRef event) {
        return new Capabilities(false, false, false, false, true, Duration.ZERO);
    }

    @Override
    public EventDetails describe(EventRef event) {
        var file = file(event);
        var program = programs.get(file.programId());
        var state = over(program) ? EventDetails.State.ENDED : EventDetails.State.SCHEDULED;
        return new EventDetails(file.table().shownName(), program.startsAt(), program.endsAt(), null, state);
    }

    private boolean over(Program program) {
        return !clock.instant().isBefore(program.endsAt());
    }

    @Override
    public Page<Registrant> registrants(EventRef event, @Nullable String cursor) {
        return new Page<>(List.of(), null, true);
    }

    @Override
    public Page<AttendanceRecord> attendance(EventRef event, AttendanceKind kind, @Nullable String cursor) {
        var file = file(event);
        if (cursor == null) {
            return kind == AttendanceKind.LIVE ? putDown(file, 0) : read(file, kind, "");
        }
        return cursor.startsWith(PUTTING_DOWN)
                ? putDown(file, number(cursor.substring(PUTTING_DOWN.length())))
                : read(file, kind, cursor.substring(READING.length()));
    }

    /** A part of the file, from that row on; then nobody is told of yet. */
    private Page<AttendanceRecord> putDown(ReportFile file, long from) {
        try {
            var part = rows.part(file, from, PART);
            transaction.executeWithoutResult(status -> {
                visits.forgetBehind(file.id(), part.lineBefore());
                visits.store(file.id(), part.told());
            });
            return new Page<>(List.of(), part.last() ? READING : PUTTING_DOWN + (from + PART), true);
        } catch (CsvRefused unreadable) {
            throw trouble(Refusal.OTHER, OwnWords.FILE_UNREADABLE.with(unreadable.line()));
        }
    }

    private Page<AttendanceRecord> read(ReportFile file, AttendanceKind kind, String behind) {
        var people = visits.people(file.id(), kind, behind, PAGE + 1);
        var some = new ArrayList<>(people.keySet());
        var more = some.size() > PAGE;
        var here = more ? some.subList(0, PAGE) : some;
        return new Page<>(
                here.stream()
                        .map(person -> Stay.of(people.getOrDefault(person, List.of())))
                        .toList(),
                more ? READING + here.getLast() : null,
                !more && file.plan().tellsAbsence());
    }

    private ReportFile file(EventRef event) {
        return files.find(number(event.externalId()))
                .filter(rows::has)
                .orElseThrow(() -> trouble(Refusal.EVENT_NOT_FOUND, OwnWords.FILE_GONE.words()));
    }

    private static ProviderTrouble trouble(Refusal refusal, String words) {
        return new ProviderTrouble(new Rejected(refusal, words));
    }

    private static long number(String text) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    @Override
    public RegistrationOutcome register(EventRef event, RegistrationRequest request) {
        throw none();
    }

    @Override
    public DecisionOutcome decide(EventRef event, RegistrantRef registrant, Decision decision) {
        return new DecisionOutcome.NotSupported();
    }

    @Override
    public Optional<Registrant> find(EventRef event, String email) {
        throw none();
    }

    @Override
    public Optional<JoinLink> joinLink(EventRef event, RegistrantRef registrant) {
        return Optional.empty();
    }

    private static UnsupportedOperationException none() {
        return new UnsupportedOperationException("Nobody registers with a file.");
    }
}
