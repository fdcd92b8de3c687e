package rollcall.desk;

import java.util.List;
import rollcall.job.Job;
import rollcall.job.JobState;

/**
 * What a run of the checks came to.
 *
 * @param job who ran it, when, and how far it came
 * @param lines what is not as it must be; empty when all that was looked at is well
 */
public record CheckReport(Job job, List<Line> lines) {

    /**
     * A check that something breaks, or that did not come to its end.
     *
     * @param breach the key of what it means; a sentence in English where an earlier version of Rollcall made the run
     * @param rows empty when it did not come to its end
     */
    public record Line(String breach, List<Finding.Row> rows) {

        public boolean finished() {
            return !rows.isEmpty();
        }
    }

    /** Whether every check was made and nothing breaks any. */
    public boolean well() {
        return job.state() == JobState.DONE && lines.isEmpty();
    }

    public List<Line> broken() {
        return lines.stream().filter(Line::finished).toList();
    }

    public List<Line> unfinished() {
        return lines.stream().filter(line -> !line.finished()).toList();
    }
}
