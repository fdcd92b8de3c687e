package rollcall.job;

import rollcall.program.Access.Act;

/** Does jobs of one kind, a chunk at a time. */
public interface Worker {

    /** The kind of job this worker does, as in {@link Job#kind}. */
    String kind();

    /**
     * Gets from outside what the next chunk needs. Called before that chunk's transaction begins, so that none is open
     * while somebody else's server thinks; must come back well within a minute, which is how long the job is held.
     *
     * @return does the chunk, exactly as {@link #chunk} does: inside the transaction, and again when that lost a race
     */
    default Chunk prepare(Job job) {
        return this::chunk;
    }

    /** Begins a run of a job; what it keeps open between two chunks is closed with it. */
    default Run run() {
        return this::prepare;
    }

    /** The chunks that one process does of a job, one behind the other and in one thread, until something stops it. */
    @FunctionalInterface
    interface Run extends AutoCloseable {

        /** As {@link Worker#prepare}. */
        Chunk prepare(Job job);

        /** The job has ended, or this process does not go on with it. */
        @Override
        default void close() {}
    }

    /** What is done inside a chunk's transaction. */
    @FunctionalInterface
    interface Chunk {
        Progress of(Job job);
    }

    /**
     * Does the chunk that begins at {@link Job#resumePoint}. Runs inside one transaction that also stores the answer, so
     * a chunk is done and counted, or neither. May be called again for the same chunk after a deadlock or a crash.
     */
    Progress chunk(Job job);

    /** The job came to its end, or was cancelled, inside the transaction that says so. */
    default void ended(Job job) {}

    /** What somebody must be allowed to do in the job's program to see that page. */
    default Act resultAct() {
        return Act.SEE;
    }

    /** Whether whoever started it may see that page, whatever else they may. */
    default boolean starterSeesResult() {
        return false;
    }

    /** The page that shows the outcome of a job that has ended; a path on this site. */
    String resultPath(Job job);
}
