package rollcall.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What restoring takes care of, with one backup for all. */
class RestoreTest {

    /** Something of everything that leads out of Rollcall, and in the midst of it. */
    private static final List<String> PLANTED = List.of("""
        insert into provider_connection (kind, name, enabled, version, health, created_at)
        values ('zoom', 'Zoom', true, 1, 'WELL', current_timestamp)\
        """, """
        update campaign set state = 'ON', next_run_at = current_timestamp
        where id = (select min(id) from campaign)\
        """, """
        insert into campaign_entry (program_id, campaign_id, version, member_id, level, step, state, due_at, entered_at)
        select c.program_id, c.id, c.version, min(m.id), 0, 0, 'GOING', current_timestamp, current_timestamp
        from campaign c join member m on m.program_id = c.program_id
        where c.state = 'ON' group by c.program_id, c.id, c.version\
        """, """
        insert into webhook (name, address, sealed_key, created_at)
        values ('CRM', 'https://crm.example.org', 'sealed', current_timestamp)\
        """, """
        insert into webhook_call (webhook_id, campaign_id, entry_id, entry_step, member_id, state, due_at, owner,
            lease_until, tries, created_at)
        select w.id, e.campaign_id, e.id, 0, e.member_id, 'CALLING', current_timestamp, 'a node',
            current_timestamp - interval '2' hour, 1, current_timestamp
        from campaign_entry e cross join webhook w\
        """, """
        insert into push (program_id, member_id, action, state, due_at, owner, lease_until, unclear, tries, created_at)
        select program_id, member_id, 'CANCEL', 'SENDING', current_timestamp, 'a node',
            current_timestamp - interval '2' hour, false, 1, current_timestamp
        from campaign_entry\
        """, """
        insert into letter (program_id, member_id, subject, body, purpose, priority, state, due_at, owner, tries,
            maybe_twice, created_at)
        select e.program_id, e.member_id, 'Hello', 'Hello', 'OPERATIONAL', 1, s.state,
            current_timestamp - interval '2' hour, 'a node', 1, false, current_timestamp
        from campaign_entry e cross join (values ('CLAIMED'), ('HANDING_OVER')) as s(state)\
        """, """
        insert into job (kind, state, owner, lease_until, cancel_asked, total, done, resume_point, details, actor_key,
            actor_name, created_at)
        values ('checks', 'RUNNING', 'a node', current_timestamp - interval '2' hour, false, 7, 0, '', '', 'system',
            'Rollcall', current_timestamp)\
        """, """
        insert into scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat,
            version)
        values ('job', '1', current_timestamp, true, 'a node', current_timestamp - interval '2' hour, 1)\
        """);

    @TempDir
    static Path original;

    private static final Duration LONGEST = Duration.ofSeconds(25);

    private static BackupFolder backup;

    @TempDir
    Path data;

    @TempDir
    Path elsewhere;

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
    void whatIsNoWholeBackupIsRefusedAndKeepsNothingFromTheRightOne() throws IOException {
        var empty = new BackupFolder(Files.createDirectory(elsewhere.resolve("empty")));
        var part = new BackupFolder(Files.createDirectory(elsewhere.resolve("2026-11-27T091500Z.part")));
        Files.copy(backup.h2(), part.h2());
        var torn = new BackupFolder(Files.createDirectory(elsewhere.resolve("torn")));
        Files.write(torn.h2(), firstHalf(backup.h2()));

        assertThatThrownBy(() -> restored(empty)).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> restored(part)).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> restored(torn))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("this cannot be read as a backup of Rollcall.");

        assertThat(data).isEmptyDirectory();
        assertThat(restored().jdbc().queryForObject("select count(*) from member", Long.class))
                .isEqualTo(40);
    }

    private static byte[] firstHalf(Path file) throws IOException {
        var all = Files.readAllBytes(file);
        return Arrays.copyOf(all, all.length / 2);
    }

    @Test
    void nothingLeavesUntilSomebodyLetsItGoOn() throws IOException {
        var jdbc = restored().jdbc();

        assertThat(jdbc.queryForList("select enabled from provider_connection", Boolean.class))
                .containsExactly(false);
        assertThat(jdbc.queryForList(
                        "select state || ' ' || paused_why from campaign where state <> 'OFF'", String.class))
                .containsExactly("PAUSED campaign.paused.restored");
        assertThat(jdbc.queryForList("select state from webhook_call", String.class))
                .containsExactly("CANCELLED");
        assertThat(jdbc.queryForList("select paused_by from mail_desk", String.class))
                .containsExactly("bin/restore");
    }

    @Test
    void whatSomebodyHadInHandIsLaidDown() throws IOException {
        var original = Installation.onH2(RestoreTest.original).jdbc();
        assertThat(Inspected.breaches(new Inspection(original, LONGEST))).hasSize(5);

        var jdbc = restored().jdbc();

        assertThat(Inspected.breaches(new Inspection(jdbc, LONGEST))).isEmpty();
        assertThat(jdbc.queryForList("select state || ' ' || maybe_twice from letter order by id", String.class))
                .containsExactly("WAITING FALSE", "WAITING TRUE");
        assertThat(jdbc.queryForList("select state || ' ' || unclear from push where action = 'CANCEL'", String.class))
                .containsExactly("WAITING TRUE");
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
