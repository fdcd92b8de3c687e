package rollcall.provider.csv;

import java.nio.charset.StandardCharsets;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.stereotype.Component;
import rollcall.program.Actor;
import rollcall.program.Program;

/** Report files that wait to be brought, for tests of other rooms. */
@Component
public class ReportFixture {

    private static final String REPORT = """
        Attended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes),Is Guest
        Yes,Ada,ada@example.org,"Mar 22, 2025 19:52:01","Mar 22, 2025 20:52:39",61,Yes
        No,Bo,bo@example.org,--,--,--,Yes
        """;

    private final Reports reports;

    ReportFixture(Reports reports) {
        this.reports = reports;
    }

    /** The id of one. */
    public long report(Program program) {
        return report(program, REPORT);
    }

    public long report(Program program, String text) {
        var file = new MockMultipartFile("file", "report.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
        return reports.upload(program, Actor.SYSTEM, file);
    }
}
