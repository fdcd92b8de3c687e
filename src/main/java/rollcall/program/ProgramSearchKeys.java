package rollcall.program;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives the programs that were there before V6 what a search looks in. Newer ones are stored with it. */
@Component
class ProgramSearchKeys implements JavaMigration {

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("6.1");
    }

    @Override
    public String getDescription() {
        return "program search keys";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        fill(context.getConnection());
    }

    static void fill(Connection connection) throws SQLException {
        try (var read = connection.prepareStatement("select id, name from program");
                var write = connection.prepareStatement("update program set name_key = ? where id = ?");
                var programs = read.executeQuery()) {
            while (programs.next()) {
                write.setString(1, Program.searchKey(programs.getString("name")));
                write.setLong(2, programs.getLong("id"));
                write.executeUpdate();
            }
        }
    }
}
