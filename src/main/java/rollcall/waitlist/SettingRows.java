package rollcall.waitlist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code waitlist_setting}. */
@Component
class SettingRows {

    private final JdbcClient jdbc;

    SettingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    WaitlistSetting of(long programId) {
        return jdbc.sql("select * from waitlist_setting where program_id = :program")
                .param("program", programId)
                .query((row, n) -> setting(row))
                .optional()
                .orElse(WaitlistSetting.USUAL);
    }

    /** By program; those that nobody has set anything for are left out. */
    Map<Long, WaitlistSetting> of(Collection<Long> programIds) {
        var settings = new HashMap<Long, WaitlistSetting>();
        if (!programIds.isEmpty()) {
            jdbc.sql("select * from waitlist_setting where program_id in (:programs)")
                    .param("programs", programIds)
                    .query(row -> {
                        settings.put(row.getLong("program_id"), setting(row));
                    });
        }
        return settings;
    }

    /** The caller holds the lock of the program's seats, so that two do not store the first one. */
    void store(long programId, WaitlistSetting setting) {
        if (write(programId, setting, """
            update waitlist_setting set mode = :mode, offer_minutes = :minutes, work_days = :days, work_from = :from,
                work_to = :to, stop_minutes = :stop, most = :most, halted = :halted
            where program_id = :program\
            """) == 0) {
            write(programId, setting, """
                insert into waitlist_setting (program_id, mode, offer_minutes, work_days, work_from, work_to,
                    stop_minutes, most, halted)
                values (:program, :mode, :minutes, :days, :from, :to, :stop, :most, :halted)\
                """);
        }
    }

    /** A program that is cloned begins with the same settings. */
    void copy(long from, long to) {
        store(to, of(from).halted(false));
    }

    private int write(long programId, WaitlistSetting setting, String sql) {
        return jdbc.sql(sql)
                .param("program", programId)
                .param("mode", setting.mode().name())
                .param("minutes", setting.offerMinutes())
                .param("days", setting.hours().bits())
                .param("from", setting.hours().from())
                .param("to", setting.hours().to())
                .param("stop", setting.stopMinutes())
                .param("most", setting.most())
                .param("halted", setting.halted())
                .update();
    }

    private static WaitlistSetting setting(ResultSet row) throws SQLException {
        return new WaitlistSetting(
                Mode.valueOf(row.getString("mode")),
                row.getInt("offer_minutes"),
                WorkingHours.of(row.getInt("work_days"), row.getInt("work_from"), row.getInt("work_to")),
                integer(row, "stop_minutes"),
                integer(row, "most"),
                row.getBoolean("halted"));
    }

    private static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }
}
