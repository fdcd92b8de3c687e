package rollcall.member;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rollcall.program.Program;
import rollcall.program.Programs;

/**
 * The door to everything that is known of members. Whoever asks holds the program, and so has been let in.
 */
@Service
public class Members {

    /** How many members stand on a page. */
    public static final int PAGE = 50;

    private static final int STREAMED = 1_000;

    private final MemberReads reads;
    private final PageReads pages;
    private final StatusCounts statusCounts;
    private final Seats seats;
    private final SeatRows seatRows;
    private final Histories histories;
    private final Programs programs;
    private final ReasonWords reasons;
    private final Searches searches;
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
            Searches searches,
            JdbcClient jdbc) {
        this.reads = reads;
        this.pages = pages;
        this.statusCounts = statusCounts;
        this.seats = seats;
        this.seatRows = seatRows;
        this.histories = histories;
        this.programs = programs;
        this.reasons = reasons;
        this.searches = searches;
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

    /**
     * As {@link #page}, and how many match, but no more than {@code most}: what a page can afford to know before it is
     * shown.
     */
    CountedPage countedPage(
            Program program,
            MemberFilter filter,
            MemberSort sort,
            @Nullable String after,
            @Nullable String before,
            long most) {
        var listing = listing(program, filter, sort);
        var page = pages.page(listing, after, before, PAGE);
        var whole =
                page.after() == null && page.before() == null && !page.lines().isEmpty();
        return new CountedPage(page, whole ? page.lines().size() : countUpTo(listing, most));
    }

    private PageReads.Listing listing(Program program, MemberFilter filter, MemberSort sort) {
        return new PageReads.Listing(
                program,
                programs.channelOf(program),
                filter,
                new MemberSql(program.key(), filter, reasons),
                searches.of(program.key(), filter.q()),
                sort);
    }

    MemberSql sql(Program program, MemberFilter filter) {
        return searches.of(program.key(), filter.q()).in(new MemberSql(program.key(), filter, reasons));
    }

    /** Whether a search text is found anywhere in a name, and not only where it begins with it. */
    public boolean searchesAnywhere(Program program) {
        return searches.small(program.key());
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

    /** The ids of all that match at this moment, in that order, however many they are. */
    @Transactional(readOnly = true)
    public void eachId(Program program, MemberFilter filter, MemberSort sort, LongConsumer consumer) {
        var listing = listing(program, filter, sort);
        var sql = listing.search().in(listing.sql());
        reads.eachId(sql, listing.orderBy(sql, true), consumer);
    }

    public long count(Program program, MemberFilter filter) {
        return filter.statusesAlone() ? kept(program, filter) : reads.count(sql(program, filter));
    }

    /** How many match, but no more than {@code most}. */
    public long countUpTo(Program program, MemberFilter filter, long most) {
        return countUpTo(listing(program, filter, MemberSort.NAME), most);
    }

    private long countUpTo(PageReads.Listing listing, long most) {
        return listing.filter().statusesAlone()
                ? Math.min(most, kept(listing.program(), listing.filter()))
                : reads.count(listing.search().parts(listing.sql()), most);
    }

    /** How many have one of these statuses, from the counts that are kept anyway. */
    private long kept(Program program, MemberFilter filter) {
        return filter.sumOf(counts(program.key()));
    }

    /** As {@link #countUpTo}, of several lists in one statement, in their order. */
    List<Long> countsUpTo(Program program, List<MemberFilter> filters, long most) {
        var small = filters.stream().anyMatch(filter -> !filter.q().isBlank()) && searchesAnywhere(program);
        return reads.counts(
                filters.stream()
                        .map(filter -> searches.of(program.key(), filter.q(), small)
                                .in(new MemberSql(program.key(), filter, reasons)))
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
