package rollcall.member;

import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import rollcall.job.Attempts;
import rollcall.program.Actor;
import rollcall.program.ColleagueLeft;
import rollcall.program.Program;

/** The door to the columns that everybody chose last in each program; of the usual ones nothing is kept. */
@Service
class RememberedColumns {

    private static final String HERS = " where program_id = :program and owner_key = :who";

    private final JdbcClient jdbc;
    private final Attempts attempts;

    RememberedColumns(JdbcClient jdbc, Attempts attempts) {
        this.jdbc = jdbc;
        this.attempts = attempts;
    }

    Optional<ColumnChoice> of(Actor who, Program program) {
        return jdbc.sql("select chosen from member_columns" + HERS)
                .param("program", program.key())
                .param("who", who.key())
                .query(String.class)
                .optional()
                .map(ColumnChoice::parse);
    }

    void remember(Actor who, Program program, ColumnChoice chosen) {
        if (chosen.standard()) {
            forget(who, program);
        } else {
            attempts.inTransaction(
                    () -> stored("update member_columns set chosen = :chosen" + HERS, who, program, chosen)
                            || stored(
                                    "insert into member_columns (program_id, owner_key, chosen) values (:program,"
                                            + " :who, :chosen)",
                                    who,
                                    program,
                                    chosen));
        }
    }

    private boolean stored(String statement, Actor who, Program program, ColumnChoice chosen) {
        return jdbc.sql(statement)
                        .param("program", program.key())
                        .param("who", who.key())
                        .param("chosen", chosen.stored())
                        .update()
                == 1;
    }

    void forget(Actor who, Program program) {
        jdbc.sql("delete from member_columns" + HERS)
                .param("program", program.key())
                .param("who", who.key())
                .update();
    }

    /** Whoever is let in again chooses again. */
    @EventListener
    void forget(ColleagueLeft left) {
        jdbc.sql("delete from member_columns where owner_key = :who")
                .param("who", left.key())
                .update();
    }
}
