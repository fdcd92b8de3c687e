package rollcall.transfer;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import rollcall.job.JobFailed;
import rollcall.member.Cause;
import rollcall.member.Forecast;
import rollcall.member.Forecasts;
import rollcall.member.SeatsSpent;
import rollcall.member.StatusRequest;
import rollcall.person.Erasures;
import rollcall.person.People;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.Programs;

/** Puts together what it takes to read an import's file and to judge its rows, for the dry run and the import alike. */
@Component
class Readings {

    /** Both go through a file in the same steps, so that the dry run sees seats given away in the same order. */
    static final int CHUNK = 1_000;

    private final Uploads uploads;
    private final Programs programs;
    private final People people;
    private final Erasures erasures;
    private final Forecasts forecasts;
    private final MessageSource messages;
    private final Clock clock;

    Readings(
            Uploads uploads,
            Programs programs,
            People people,
            Erasures erasures,
            Forecasts forecasts,
            MessageSource messages,
            Clock clock) {
        this.uploads = uploads;
        this.programs = programs;
        this.people = people;
        this.erasures = erasures;
        this.forecasts = forecasts;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * The rows of the file; the caller closes them.
     *
     * @throws JobFailed when the file is gone
     */
    CsvRows rows(MemberImport one) {
        if (one.storedName() == null || !uploads.has(one.storedName())) {
            throw new JobFailed("transfer.file.gone");
        }
        return CsvRows.below(uploads.path(one.storedName()), one.shape());
    }

    /** How many rows the file has. */
    long count(MemberImport one) {
        try (var file = rows(one)) {
            long count = 0;
            while (file.hasNext()) {
                file.next();
                count++;
            }
            return count;
        }
    }

    RowReader reader(Program program, MemberImport one) {
        var channel = programs.channelOf(program);
        return new RowReader(
                one.plan(),
                one.headings(),
                StatusWords.of(channel, messages),
                one.plan().statusFromColumn() ? null : channel.status(one.plan().status()),
                new Moments(program.zoneId(), one.plan().dayOrder()),
                clock);
    }

    /** @param before what rows further up would take of the seats, when nothing of it is written yet */
    Forecast forecast(Program program, MemberImport one, Actor who, SeatsSpent before) {
        return forecasts.of(request(program, one.plan(), who), before);
    }

    Judge judge(MemberImport one, Forecast forecast) {
        return new Judge(
                people::byEmailKeys,
                one.plan().erasedToo() ? keys -> Map.of() : erasures::erasedAmong,
                forecast::join,
                one.plan().known());
    }

    /** What the door is asked; each row says its own status and reason. */
    StatusRequest request(Program program, ImportPlan plan, Actor who) {
        var any = programs.channelOf(program).statuses().getFirst();
        var request =
                StatusRequest.of(program.key(), plan.statusFromColumn() ? any.key() : plan.status(), Cause.IMPORT, who);
        return plan.registeredThere() ? request.asFact() : request;
    }

    /** The next rows, a chunk at most. */
    static List<Read> next(Iterator<CsvRow> rows, RowReader reader) {
        var chunk = new ArrayList<Read>();
        while (chunk.size() < CHUNK && rows.hasNext()) {
            chunk.add(reader.read(rows.next()));
        }
        return chunk;
    }
}
