package rollcall.provider.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rollcall.program.Programs;
import rollcall.provider.csv.ReportRow.Attended;
import rollcall.provider.csv.ReportRow.Nobody;
import rollcall.provider.csv.ReportRow.Unclear;
import rollcall.provider.csv.Visits.Told;
import rollcall.transfer.CsvRow;
import rollcall.transfer.CsvRows;
import rollcall.transfer.OpenRows;
import rollcall.transfer.Tables;

/** Reads the rows of a report's one table, however many tables stand in the file. */
@Component("reportRows")
class ReportRows {

    /** The most rows of a report. */
    static final int MOST = 1_000_000;

    private static final int EXAMPLES = 3;
    private static final int UNCLEAR_NAMED = 10;

    private final Tables tables;
    private final Programs programs;
    private final AtomicReference<@Nullable Reading> left = new AtomicReference<>();

    ReportRows(Tables tables, Programs programs) {
        this.tables = tables;
        this.programs = programs;
    }

    boolean has(ReportFile file) {
        return tables.has(file.table());
    }

    /**
     * Some rows of a file.
     *
     * @param lineBefore the line of the row before them; 0 for none
     * @param last whether none follow
     */
    record Part(long lineBefore, List<Told> told, boolean last) {}

    /** A report of which rows are left, open where the last part of it ended. */
    private record Reading(long file, OpenRows rows) {}

    /**
     * Rows that cannot be understood are left out: whoever started this was told of them. The report that was read last
     * stays open until its end, so that parts in a row read it once.
     */
    Part part(ReportFile file, long from, int most) {
        var reading = take(file.id());
        try {
            var part = part(reading.rows().from(from, () -> tables.rows(file.table())), reader(file), most);
            if (!part.last()) {
                reading = left.getAndSet(reading);
            }
            return part;
        } finally {
            close(reading);
        }
    }

    private static Part part(CsvRows all, ReportReader reader, int most) {
        var before = all.lastLine();
        var told = new ArrayList<Told>();
        for (int i = 0; i < most; i++) {
            var row = next(all, reader);
            if (row == null) {
                return new Part(before, told, true);
            }
            if (reader.read(row) instanceof Attended there) {
                there.visits().forEach(visit -> told.add(new Told(row.line(), visit)));
            }
        }
        return new Part(before, told, false);
    }

    private Reading take(long file) {
        var last = left.getAndSet(null);
        if (last != null && last.file() == file) {
            return last;
        }
        close(last);
        return new Reading(file, new OpenRows());
    }

    private static void close(@Nullable Reading reading) {
        if (reading != null) {
            reading.rows().close();
        }
    }

    /** Nobody goes on with that report. */
    void letGo(long file) {
        close(take(file));
    }

    /** The next row of the table; null at its end. */
    private static @Nullable CsvRow next(CsvRows all, ReportReader reader) {
        if (!all.hasNext()) {
            return null;
        }
        var row = all.next();
        return reader.title(row) ? null : row;
    }

    /** What the whole of a file comes to; reads it from beginning to end. */
    Look look(ReportFile file) {
        var reader = reader(file);
        var look = new Look();
        try (var all = tables.rows(file.table())) {
            for (var row = next(all, reader); row != null && look.rows <= MOST; row = next(all, reader)) {
                look.add(reader.read(row));
            }
        }
        return look;
    }

    /** How many rows say what. */
    static final class Look {

        private int rows;
        private int attended;
        private int unclear;
        private final List<Unclear> some = new ArrayList<>();

        private void add(ReportRow row) {
            rows++;
            switch (row) {
                case Attended there -> attended++;
                case Nobody nobody -> {}
                case Unclear unclearRow -> {
                    unclear++;
                    if (some.size() < UNCLEAR_NAMED) {
                        some.add(unclearRow);
                    }
                }
            }
        }

        public int rows() {
            return rows;
        }

        public int attended() {
            return attended;
        }

        public int unclear() {
            return unclear;
        }

        /** The first of those that cannot be understood. */
        public List<Unclear> some() {
            return List.copyOf(some);
        }
    }

    /** The first rows, as examples. */
    List<CsvRow> examples(ReportFile file) {
        var reader = reader(file);
        try (var all = tables.rows(file.table())) {
            var first = new ArrayList<CsvRow>();
            for (var row = next(all, reader); row != null && first.size() < EXAMPLES; row = next(all, reader)) {
                first.add(row);
            }
            return first;
        }
    }

    List<String> headings(ReportFile file) {
        return tables.headings(file.table());
    }

    private ReportReader reader(ReportFile file) {
        var zone = programs.get(file.programId()).zoneId();
        return new ReportReader(file.plan(), headings(file), zone);
    }
}
