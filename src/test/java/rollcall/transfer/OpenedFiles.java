package rollcall.transfer;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import rollcall.member.Forecasts;
import rollcall.person.Erasures;
import rollcall.person.People;
import rollcall.program.Programs;

/** Remembers which files were opened, so that their rows can be counted. */
@Component
@Primary
class OpenedFiles extends Readings {

    private final List<CsvRows> opened = new ArrayList<>();

    OpenedFiles(
            Uploads uploads,
            Programs programs,
            People people,
            Erasures erasures,
            Forecasts forecasts,
            MessageSource messages,
            Clock clock) {
        super(uploads, programs, people, erasures, forecasts, messages, clock);
    }

    @Override
    CsvRows rows(MemberImport one) {
        var rows = super.rows(one);
        opened.add(rows);
        return rows;
    }

    void forget() {
        opened.clear();
    }

    /** How many rows were read or passed over each time that a file was opened. */
    List<Long> rowsRead() {
        return opened.stream().map(CsvRows::passed).toList();
    }
}
