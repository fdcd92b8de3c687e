package rollcall.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What restoring takes care of, with one backup for all. */
class RestoreTest {

    /** Something of everything that leads out of Rollcall, and in the midst of it. */
    private static final List<String> PLANTED = List.of(
            """
            insert into provider_connection (kind, name, enabled, version, health, created_at)
            values ('zoom', 'Zoom', true, 1, 'WELL', current_timestamp)\
            """,
            """
            update campaign set state = 'ON', next_run_at = current_timestamp
            where id = (select min(id) from campaign)\
            """,
            """
            insert into campaign_entry (program_id, campaign_id, version, member_id, level, step, state, due_at, entered_at)
            select c.program_id, c.id, c.version, min(m.id), 0, 0, 'GOING', current_timestamp, current_timestamp
            from campaign c join member m on m.program_id = c.program_id
            where c.state = 'ON' group by c.program_id, c.id, c.version\
            """,
            """
            insert into webhook (name, address, sealed_key, created_at)
            values ('CRM', 'https://crm.example.org', 'sealed', current_timestamp)\
            """,
            """
            insert into webhook_call (webhook_id, campaign_id, entry_id, entry_step, member_id, state, due_at, owner,
                lease_until, tries, created_at)
            select w.id, e.campaign_id, e.id, 0, e.member_id, 'CALLING', current_timestamp, 'a node',
                current_timestamp - interval '2' hour, 1, current_timestamp
            from campaign_entry e cross join webhook w\
            """);

    @TempDir
    static Path original;

    private static BackupFolder backup;

    @TempDir
    Path data;

    @BeforeAll
    static void backUp() throws IOException {
        var here = Installation.onH2(original);
        here.started().close();
        PLANTED.forEach(here.jdbc()::update);
        backup = new BackupFolder(BackupCommand.make(here.settings()));
    }

    @Test
    void theSameKeyMayBeThere() throws IOException {
        Files.copy(original.resolve("secret.key"), data.resolve("secret.key"));

        var there = restored();

        assertThat(there.jdbc().queryForObject("select paused_by from mail_desk", String.class))
                .isEqualTo("bin/restore");
    }

    @Test
    void withAnotherKeyNothingIsTouched() throws IOException {
        Files.writeString(data.resolve("secret.key"), "another");

        assertThatThrownBy(this::restored)
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageEndingWith("secret.key: this is another key than the backup's.");

        assertThat(data.resolve("secret.key")).hasContent("another");
        assertThat(data.resolve("rollcall.mv.db")).doesNotExist();
    }

    @Test
    void nothingLeavesUntilSomebodyLetsItGoOn() throws IOException {
        var jdbc = restored().jdbc();

        assertThat(jdbc.queryForList("select enabled from provider_connection", Boolean.class))
                .containsExactly(false);
        assertThat(jdbc.queryForList("select state || ' ' || paused_why from campaign where state <> 'OFF'", String.class))
                .containsExactly("PAUSED campaign.paused.restored");
        assertThat(jdbc.queryForList("select state from webhook_call", String.class))
                .containsExactly("CANCELLED");
        assertThat(jdbc.queryForList("select paused_by from mail_desk", String.class))
                .containsExactly("bin/restore");
    }

    private Installation restored() throws IOException {
        return restored(backup);
    }

    private Installation restored(BackupFolder from) throws IOException {
        var there = Installation.onH2(data);
        RestoreCommand.restore(from, there.settings(), there.arguments());
        return there;
    }
}
