package rollcall.job;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A worker that does what a test tells it, three chunks of ten unless told otherwise, and leaves a trace in the database. */
@Component
class Scripted implements Worker {

    static final String KIND = "scripted";

    private final JdbcClient jdbc;
    final List<JobState> endings = new ArrayList<>();
    int runs;
    int closed;
    private Function<Job, Progress> script = Scripted::tenMore;
    private Consumer<Job> fetching = job -> {};

    Scripted(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void reset() {
        endings.clear();
        runs = 0;
        closed = 0;
        script = Scripted::tenMore;
        fetching = job -> {};
    }

    void fetches(Consumer<Job> what) {
        fetching = what;
    }

    void does(Function<Job, Progress> what) {
        script = what;
    }

    static Progress tenMore(Job job) {
        long done = job.done() + 10;
        return new Progress(done, "after " + done, done >= 30);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Chunk prepare(Job job) {
        fetching.accept(job);
        return this::chunk;
    }

    @Override
    public Run run() {
        runs++;
        return new Run() {
            @Override
            public Chunk prepare(Job job) {
                return Scripted.this.prepare(job);
            }

            @Override
            public void close() {
                closed++;
            }
        };
    }

    @Override
    public Progress chunk(Job job) {
        jdbc.sql("update job set details = details || 'x' where id = :id")
                .param("id", job.id())
                .update();
        return script.apply(job);
    }

    @Override
    public void ended(Job job) {
        endings.add(job.state());
    }

    @Override
    public String resultPath(Job job) {
        return "/programs";
    }
}
