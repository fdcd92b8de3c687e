package rollcall.transfer;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import rollcall.bench.Case;
import rollcall.bench.Crowd;
import rollcall.bench.Figures;
import rollcall.bench.Ground;
import rollcall.bench.Heap;
import rollcall.bench.Visitor;
import rollcall.program.Program;

/**
 * A manager fetches all members of a program as a file, while it is written. The floor streams the same rows out of the
 * database into a file.
 */
public class ExportBench implements Case {

    private static final int FETCHED = 1_000;

    @Override
    public String name() {
        return "export";
    }

    /** However many there are, at once. */
    @Override
    public List<String> settings() {
        return List.of("--rollcall.export.at-once=" + Integer.MAX_VALUE);
    }

    @Override
    public void measure(Ground ground, Figures figures) throws Exception {
        Crowd.neighbours(ground);
        var program = Crowd.of(ground, "Measured", ground.size());
        var small = Crowd.of(ground, "Small", Math.min(ground.size(), FETCHED));
        var manager = Visitor.managing(ground, 1, program, small).getFirst();
        var file = Files.createTempFile("rollcall-bench", ".csv");
        fetch(manager, small, file); // what is slow the first time is not what is measured
        var firsts = new ArrayList<Duration>();
        var whole = new ArrayList<Duration>();
        var floor = new ArrayList<Duration>();
        var heap = Heap.during(() -> {
            for (int run = 0; run < ground.runs(); run++) {
                whole.add(Ground.time(() -> firsts.add(fetch(manager, program, file))));
                check(ground, file);
                floor.add(Ground.time(() -> plainly(ground, program, file)));
            }
        });
        Files.delete(file);
        figures.alone("export, its first byte", ground.database(), ground.size(), firsts);
        figures.beside("export", ground.database(), ground.size(), whole, floor);
        figures.alone("export: " + Heap.WHAT, ground.database(), ground.size(), heap);
    }

    /** How long it took until something came. */
    private static Duration fetch(Visitor manager, Program program, Path file) {
        var began = System.nanoTime();
        try (var in = manager.open("/programs/%d/members.csv".formatted(program.key()));
                var out = Files.newOutputStream(file)) {
            out.write(in.readNBytes(1));
            var first = Duration.ofNanos(System.nanoTime() - began);
            in.transferTo(out);
            return first;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void check(Ground ground, Path file) {
        try (var lines = Files.lines(file)) {
            if (lines.count() != ground.size() + 1) {
                throw new IllegalStateException("Not everybody stands in the file.");
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void plainly(Ground ground, Program program, Path file) {
        try (var out = new PrintWriter(Files.newBufferedWriter(file))) {
            ground.inTransaction(() -> {
                ground.jdbc()
                        .sql("""
                            select p.email, p.first_name, p.last_name, p.company, p.job_title, p.phone, p.country,
                                p.language, p.zone, m.status, m.status_reason, m.joined_at, m.changed_at,
                                m.registrant_id, m.join_link
                            from member m join person p on p.id = m.person_id
                            where m.program_id = :program order by m.program_id, m.name_key, m.id\
                            """)
                        .withFetchSize(FETCHED)
                        .param("program", program.key())
                        .query(row -> {
                            for (int column = 1; column <= 15; column++) {
                                out.print(row.getString(column));
                                out.print(',');
                            }
                            out.println();
                        });
                return file;
            });
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
