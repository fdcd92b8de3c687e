package rollcall.transfer;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.springframework.context.event.EventListener;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.stereotype.Component;
import rollcall.job.JobRunner;
import rollcall.member.StatusesChanged;
import rollcall.program.Actor;
import rollcall.program.Program;

/** Imports made from texts, and a hook into the transaction of each chunk. */
@Component
public class ImportsFixture {

    private final Imports imports;
    private final JobRunner runner;
    private Consumer<StatusesChanged> hook = change -> {};

    ImportsFixture(Imports imports, JobRunner runner) {
        this.imports = imports;
        this.runner = runner;
    }

    /** What happens inside the transaction of each change set, until the next one is set. */
    void onChange(Consumer<StatusesChanged> what) {
        hook = what;
    }

    @EventListener
    void on(StatusesChanged changed) {
        hook.accept(changed);
    }

    static MockMultipartFile file(String text) {
        return new MockMultipartFile(
                "file", "C:\\lists\\guests.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }

    MemberImport upload(Program program, String text) {
        return imports.require(program, imports.upload(program, Actor.SYSTEM, file(text)));
    }

    /** Uploads the text and makes the dry run, with a plan that differs from the proposed one. */
    MemberImport check(Program program, String text, UnaryOperator<ImportPlan> plan) {
        var uploaded = upload(program, text);
        runner.run(imports.check(program, Actor.SYSTEM, uploaded, plan.apply(uploaded.plan())));
        return imports.require(program, uploaded.id());
    }

    MemberImport check(Program program, String text) {
        return check(program, text, UnaryOperator.identity());
    }

    /** Goes all the way. */
    MemberImport run(Program program, String text, UnaryOperator<ImportPlan> plan) {
        return finish(program, check(program, text, plan));
    }

    MemberImport run(Program program, String text) {
        return run(program, text, UnaryOperator.identity());
    }

    /** Goes all the way with the plan that is proposed, and answers the import's id. */
    public long imported(Program program, String text) {
        return run(program, text).id();
    }

    MemberImport finish(Program program, MemberImport checked) {
        runner.run(imports.confirm(program, Actor.SYSTEM, checked.id()));
        return imports.require(program, checked.id());
    }

    static String rows(int count, String mark) {
        var text = new StringBuilder("email,first name,status\n");
        for (int i = 0; i < count; i++) {
            text.append("guest-%d-%s@example.org,Guest,Invited%n".formatted(i, mark));
        }
        return text.toString();
    }

    static UnaryOperator<ImportPlan> status(String key) {
        return plan -> new ImportPlan(
                plan.mapping(),
                key,
                plan.reason(),
                plan.known(),
                plan.registeredThere(),
                plan.dayOrder(),
                plan.erasedToo());
    }

    static List<String> lines(List<ShownRow> rows) {
        return rows.stream()
                .map(row -> row.line() + " "
                        + (row.refusal() == null ? row.kind() : row.refusal().reason()))
                .toList();
    }
}
