package rollcall.member;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import rollcall.program.Program;
import rollcall.program.Programs;

/**
 * The door to everything that is known of members. Whoever asks holds the program, and so has been let in.
 */
@Service
public class Members {

    /** How many members stand on a page. */
    public static final int PAGE = 50;

    /** Up to so many members a search text is found anywhere in a name; above, only at its beginning. */
    private static final long SMALL = 10_000;

    private static final int STREAMED = 1_000;

    private final MemberReads reads;
    private final PageReads pages;
    private final StatusCounts statusCounts;
    private final Seats seats;
    private final SeatRows seatRows;
    private final Histories histories;
    private final Programs programs;
    private final ReasonWords reasons;
    private final JdbcClient jdbc;

    Members(
            MemberReads reads,
            PageReads pages,
            StatusCounts statusCounts,
            Seats seats,
            SeatRows seatRows,
            Histories histories,
            Programs programs,
            ReasonWords reasons,
            JdbcClient jdbc) {
        this.reads = reads;
        this.pages = pages;
        this.statusCounts = statusCounts;
        this.seats = seats;
        this.seatRows = seatRows;
        this.histories = histories;
        this.programs = programs;
        this.reasons = reasons;
        this.jdbc = jdbc;
    }

    /**
     * One page of the members that match.
     *
     * @param after the key of the page before this one; null or made up for the first page
     * @param before the key of the page behind this one; wins over {@code after}
     */
    public MemberPage page(
            Program program, MemberFilter filter, MemberSort sort, @Nullable String after, @Nullable String before) {
        return pages.page(listing(program, filter, sort), after, before, PAGE);
    }

    private PageReads.Listing listing(Program program, MemberFilter filter, MemberSort sort) {
        return new PageReads.Listing(program, programs.channelOf(program), filter, sql(program, filter), sort);
    }

    private MemberSql sql(Program program, MemberFilter filter) {
        return new MemberSql(program.key(), filter, searchesAnywhere(program), reasons);
    }

    /** Whether a search text is found anywhere in a name instead of only at its beginning. */
    public boolean searchesAnywhere(Program program) {
        return total(program) <= SMALL;
    }

    private long total(Program program) {
        return counts(program.key()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Goes through all that match, in that order, a thousand at a time. */
    public void each(Program program, MemberFilter filter, MemberSort sort, Consumer<MemberLine> consumer) {
        var listing = listing(program, filter, sort);
        String after = null;
        do {
            var page = pages.page(listing, after, null, STREAMED);
            page.lines().forEach(consumer);
            after = page.after();
        } while (after != null);
    }

    public long count(Program program, MemberFilter filter) {
        return reads.count(sql(program, filter));
    }

    /** How many match, but no more than {@code most}: what a page can afford to know before it is shown. */
    public long countUpTo(Program program, MemberFilter filter, long most) {
        return reads.count(sql(program, filter), most);
    }

    /** As {@link #countUpTo}, of several lists in one statement, in their order. */
    List<Long> countsUpTo(Program program, List<MemberFilter> filters, long most) {
        var anywhere = searchesAnywhere(program);
        return reads.counts(
                filters.stream()
                        .map(filter -> new MemberSql(program.key(), filter, anywhere, reasons))
                        .toList(),
                most);
    }

    /** How many members have each status, by its key; statuses that nobody has are left out. */
    public Map<String, Long> counts(long programId) {
        return countsOf(List.of(programId)).getOrDefault(programId, Map.of());
    }

    /** As {@link #counts}, by program; programs without members are left out. */
    public Map<Long, Map<String, Long>> countsOf(Collection<Long> programIds) {
        return statusCounts.of(programIds);
    }

    /** How many of those in the program stand how at the provider, whatever their status; what nobody has is left out. */
    public Map<Delivery, Long> deliveries(Program program) {
        return reads.deliveries(sql(program, MemberFilter.EVERYBODY));
    }

    public SeatCount seats(Program program) {
        return new SeatCount(program.capacity(), seats.of(program));
    }

    /** The seats of the programs that have a limit, by program; the others are left out. */
    public Map<Long, SeatCount> seatsOf(Collection<Program> some) {
        var limited = some.stream().filter(Program::limited).toList();
        var taken = seatRows.taken(limited.stream().map(Program::key).toList());
        var counts = new HashMap<Long, SeatCount>();
        for (var program : limited) {
            counts.put(program.key(), new SeatCount(program.capacity(), taken.getOrDefault(program.key(), 0)));
        }
        return counts;
    }

    /** @throws NoSuchMember when the program has no such member */
    public MemberLine require(Program program, long memberId) {
        return reads.line(program, programs.channelOf(program), memberId).orElseThrow(NoSuchMember::new);
    }

    /** These members as lines, by name; those that the program does not have are left out. */
    public List<MemberLine> lines(Program program, Collection<Long> memberIds) {
        return reads.lines(program, programs.channelOf(program), memberIds);
    }

    /** Everything that happened to a member, the newest first. */
    public List<Change> history(Program program, long memberId) {
        return histories.of(programs.channelOf(program), program.key(), memberId);
    }

    /** What is known of the membership besides, by question, in the order of the questions. */
    public Map<String, String> answers(long memberId) {
        return histories.answers(memberId);
    }

    /** The member that a person is in a program, whether in it or not in it any more. */
    public Optional<Long> memberOf(long programId, long personId) {
        return jdbc.sql("select id from member where program_id = :program and person_id = :person")
                .param("program", programId)
                .param("person", personId)
                .query(Long.class)
                .optional();
    }

    /** The programs that a person is or was in, by the member that they are there. */
    public Map<Long, Long> programsOf(long personId) {
        var byMember = new HashMap<Long, Long>();
        jdbc.sql("select id, program_id from member where person_id = :person")
                .param("person", personId)
                .query(row -> {
                    byMember.put(row.getLong("id"), row.getLong("program_id"));
                });
        return byMember;
    }
}
