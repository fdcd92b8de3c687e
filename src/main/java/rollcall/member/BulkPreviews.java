package rollcall.member;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.program.Program;

/**
 * Remembers whom a preview was for: every single one of them, so that one who came in for one who left does not go
 * unnoticed. What it cannot tell is whether somebody who is still meant has another status by now; the door decides on
 * that anew for everybody.
 */
@Component
class BulkPreviews {

    /** Whoever confirms later than that is shown the preview again. */
    static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    BulkPreviews(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Part of the caller's transaction.
     *
     * @param memberIds in rising order, none twice
     * @return the key under which they are found
     */
    String remember(Program program, long[] memberIds) {
        forgetOld();
        var key = UUID.randomUUID().toString();
        jdbc.sql("insert into bulk_preview (preview_key, program_id, made_at) values (:key, :program, :now)")
                .param("key", key)
                .param("program", program.key())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        var parts = PackedIds.pack(memberIds);
        for (int part = 0; part < parts.size(); part++) {
            jdbc.sql("insert into bulk_preview_part (preview_key, part, member_ids) values (:key, :part, :ids)")
                    .param("key", key)
                    .param("part", part)
                    .param("ids", parts.get(part))
                    .update();
        }
        return key;
    }

    private void forgetOld() {
        jdbc.sql("delete from bulk_preview where made_at < :before")
                .param("before", oldest())
                .update();
    }

    private Timestamp oldest() {
        return Timestamp.from(clock.instant().minus(KEPT));
    }

    /**
     * Holds those who are meant now against a preview.
     *
     * @param memberIds in rising order, none twice
     * @throws StalePreview when they are others, or the preview is of another program or was too long ago
     */
    void check(Program program, String key, long[] memberIds) {
        if (!known(program, key)) {
            throw new StalePreview(null);
        }
        var difference = Difference.between(of(key), memberIds);
        if (!difference.none()) {
            throw new StalePreview(difference);
        }
    }

    private boolean known(Program program, String key) {
        return jdbc.sql("""
            select count(*) from bulk_preview
            where preview_key = :key and program_id = :program and made_at >= :since\
            """)
                        .param("key", key)
                        .param("program", program.key())
                        .param("since", oldest())
                        .query(Long.class)
                        .single()
                > 0;
    }

    private long[] of(String key) {
        return PackedIds.unpack(
                jdbc.sql("select member_ids from bulk_preview_part where preview_key = :key order by part")
                        .param("key", key)
                        .query((row, n) -> row.getBytes("member_ids"))
                        .list());
    }
}
