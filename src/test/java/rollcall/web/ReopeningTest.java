package rollcall.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

/** On a disk of H2 that can be filled up. */
class ReopeningTest {

    @TempDir
    Path folder;

    private final HikariDataSource pool = new HikariDataSource();
    private final JdbcClient jdbc = JdbcClient.create(pool);

    @BeforeEach
    void begin() {
        FilePath.register(new SmallDisk());
        pool.setJdbcUrl("jdbc:h2:small:%s;WRITE_DELAY=0".formatted(folder.resolve("one")));
        pool.setUsername("sa");
        pool.setMaximumPoolSize(4);
        pool.setConnectionTimeout(1_000);
        pool.setExceptionOverride(new Reopening(pool));
        jdbc.sql("create table one(v varchar)").update();
    }

    @AfterEach
    void end() {
        SmallDisk.FULL.set(false);
        pool.close();
    }

    private void add(String text) {
        jdbc.sql("insert into one values (:v)").param("v", text).update();
    }

    @Test
    void withRoomAgainTheDatabaseIsThereWithAllThatWasAcknowledged() {
        add("before");
        SmallDisk.FULL.set(true);
        assertThatThrownBy(() -> add("x".repeat(100_000))).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> add("meanwhile")).isInstanceOf(DataAccessException.class);
        SmallDisk.FULL.set(false);

        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptionsInstanceOf(DataAccessException.class)
                .ignoreExceptionsInstanceOf(TransactionException.class)
                .untilAsserted(() -> add("after"));

        assertThat(jdbc.sql("select v from one order by v").query(String.class).list())
                .containsExactly("after", "before");
    }

    /** Files as everywhere, until nothing more can be written to them; public, as H2 makes more of it. */
    public static final class SmallDisk extends FilePathWrapper {

        static final AtomicBoolean FULL = new AtomicBoolean();

        @Override
        public String getScheme() {
            return "small";
        }

        @Override
        public FileChannel open(String mode) throws IOException {
            return new SmallFile(super.open(mode));
        }
    }

    private static final class SmallFile extends FileBaseDefault {

        private final FileChannel file;

        SmallFile(FileChannel file) {
            this.file = file;
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public int read(ByteBuffer into, long position) throws IOException {
            return file.read(into, position);
        }

        @Override
        public int write(ByteBuffer from, long position) throws IOException {
            if (SmallDisk.FULL.get()) {
                throw new IOException("No space left on device");
            }
            return file.write(from, position);
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            file.truncate(size);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            file.force(metaData);
        }

        @Override
        public java.nio.channels.FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
