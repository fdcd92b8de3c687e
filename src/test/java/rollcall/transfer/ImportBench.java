package rollcall.transfer;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import rollcall.bench.Case;
import rollcall.bench.Crowd;
import rollcall.bench.Figures;
import rollcall.bench.Ground;
import rollcall.bench.Heap;
import rollcall.program.Actor;
import rollcall.program.Program;

/**
 * A file of people whom nobody knows yet becomes members, through the services behind the pages: the dry run, then the
 * import. The floor inserts the same people, members and histories in batches of the same size.
 */
public class ImportBench implements Case {

    @Override
    public String name() {
        return "import";
    }

    @Override
    public void measure(Ground ground, Figures figures) throws Exception {
        Crowd.neighbours(ground);
        var dryRuns = new ArrayList<Duration>();
        var imports = new ArrayList<Duration>();
        var floor = new ArrayList<Duration>();
        var heap = "";
        for (int run = 0; run < ground.runs(); run++) {
            var program = Crowd.of(ground, "Imported " + run, 0);
            var plain = Crowd.of(ground, "Plain SQL " + run, 0);
            var file = file(ground, run);
            heap = Heap.during(() -> bring(ground, program, file, dryRuns, imports));
            Files.delete(file);
            var batch = "b" + run;
            floor.add(Ground.time(() -> plainly(ground, plain, batch)));
        }
        figures.alone("upload and dry run", ground.database(), ground.size(), dryRuns);
        figures.beside("import", ground.database(), ground.size(), imports, floor);
        figures.alone("both: " + Heap.WHAT, ground.database(), ground.size(), heap);
    }

    private static Path file(Ground ground, int run) throws IOException {
        var file = Files.createTempFile("rollcall-bench", ".csv");
        try (var out = new PrintWriter(Files.newBufferedWriter(file))) {
            out.println("email,first name,last name,company");
            for (int n = 0; n < ground.size(); n++) {
                out.printf("a%1$d-%2$d@example.org,First%2$d,Last%2$d,Company %3$d%n", run, n, n % 1_000);
            }
        }
        return file;
    }

    private static void bring(
            Ground ground, Program program, Path file, ArrayList<Duration> dryRuns, ArrayList<Duration> done) {
        var imports = ground.bean(Imports.class);
        var began = System.nanoTime();
        var id = imports.upload(program, Actor.SYSTEM, new FileOnDisk(file));
        var one = imports.require(program, id);
        imports.check(program, Actor.SYSTEM, one, one.plan());
        await(ground, program, id, MemberImport.Stage.CHECKED);
        var checked = System.nanoTime();
        imports.confirm(program, Actor.SYSTEM, id);
        await(ground, program, id, MemberImport.Stage.ENDED);
        dryRuns.add(Duration.ofNanos(checked - began));
        done.add(Duration.ofNanos(System.nanoTime() - checked));
        if (imports.require(program, id).done().created() != ground.size()) {
            throw new IllegalStateException("Not all came in.");
        }
    }

    private static void await(Ground ground, Program program, long id, MemberImport.Stage stage) {
        var imports = ground.bean(Imports.class);
        Ground.await(() -> imports.require(program, id).stage() == stage);
    }

    private static void plainly(Ground ground, Program program, String mark) {
        for (int from = 0; from < ground.size(); from += Readings.CHUNK) {
            var numbers = IntStream.range(from, Math.min(ground.size(), from + Readings.CHUNK));
            ground.inTransaction(() -> insert(ground, program, mark, numbers));
        }
    }

    private static int insert(Ground ground, Program program, String mark, IntStream numbers) {
        var batches = ground.bean(NamedParameterJdbcTemplate.class);
        var after =
                Map.of("program", program.key(), "person", last(ground, "person"), "member", last(ground, "member"));
        batches.batchUpdate("""
            insert into person (version, email, email_key, first_name, last_name, company, job_title, phone, country,
                language, zone, name_key, given_key, company_key, created_at)
            values (0, :email, :email, :first, :last, :company, '', '', '', '', '', :name, :given, :company,
                current_timestamp)\
            """, numbers.mapToObj(n -> person(mark, n)).toArray(SqlParameterSource[]::new));
        batches.update("""
            insert into change_set (program_id, cause, actor_key, actor_name, made_at)
            values (:program, 'IMPORT', 'bench', 'Bench', current_timestamp)\
            """, after);
        batches.update("""
            insert into member (program_id, person_id, status, status_step, status_reason, changed_at, joined_at, seq,
                change_set_id, source, brought_by, delivery, name_key, given_key, email_key, company_key)
            select cast(:program as bigint), id, 'REGISTERED', 40, '', created_at, created_at, 1,
                (select max(id) from change_set where program_id = :program), 'IMPORT', 'bench', 'ACCEPTED',
                name_key, given_key, email_key, company_key
            from person where id > :person order by id\
            """, after);
        batches.update("""
            insert into status_change (member_id, change_set_id, seq, to_status, to_step, reason, happened_at)
            select id, change_set_id, 1, status, status_step, '', joined_at from member where id > :member order by id\
            """, after);
        return batches.update("""
            insert into status_count (program_id, status, n)
            select program_id, status, cast(count(*) as integer) from member where id > :member
            group by program_id, status\
            """, after);
    }

    private static long last(Ground ground, String table) {
        return ground.jdbc()
                .sql("select coalesce(max(id), 0) from " + table)
                .query(Long.class)
                .single();
    }

    private static SqlParameterSource person(String mark, int n) {
        return new MapSqlParameterSource(Map.of(
                "email",
                "%s-%d@example.org".formatted(mark, n),
                "first",
                "First" + n,
                "last",
                "Last" + n,
                "company",
                "Company " + n % 1_000,
                "name",
                "last%1$d first%1$d".formatted(n),
                "given",
                "first%1$d last%1$d".formatted(n)));
    }
}
