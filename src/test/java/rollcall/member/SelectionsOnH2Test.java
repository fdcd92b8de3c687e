package rollcall.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import rollcall.program.Programs;
import rollcall.program.StatusCode;
import rollcall.testing.OnH2;

/** What is asked of the driver; it is PostgreSQL's that takes all rows into memory unless it is told otherwise. */
@OnH2
class SelectionsOnH2Test {

    @Autowired
    private DataSource database;

    @Autowired
    private MemberReads reads;

    @Autowired
    private Members members;

    @Autowired
    private Programs programs;

    @Autowired
    private MembersFixture fixture;

    private final List<Integer> fetched = new ArrayList<>();

    @Test
    void manyMembersComeSomeThousandsAtATime() {
        var program = fixture.program(null);
        var ids = fixture.members(program, 3, StatusCode.INVITED);
        var selections = new Selections(JdbcClient.create(listening()), reads, members, programs);
        var seen = new ArrayList<Long>();

        selections.each(program, new Selection.Ticked(ids), one -> seen.add(one.memberId()));
        assertThat(seen).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(fetched).containsExactly(5_000);

        assertThat(selections.frozen(-1)).isEmpty();
        assertThat(fetched).containsExactly(5_000, 5_000);
    }

    /** The same database, whose statements tell how many rows they are to fetch at once. */
    private DataSource listening() {
        return new DelegatingDataSource(database) {
            @Override
            public Connection getConnection() throws SQLException {
                return listening(Connection.class, super.getConnection());
            }
        };
    }

    private <T> T listening(Class<T> kind, T real) {
        return kind.cast(Proxy.newProxyInstance(
                kind.getClassLoader(), new Class<?>[] {kind}, (proxy, method, given) -> {
                    if (method.getName().equals("setFetchSize")) {
                        fetched.add((Integer) given[0]);
                    }
                    try {
                        var answer = method.invoke(real, given);
                        return answer instanceof PreparedStatement statement
                                ? listening(PreparedStatement.class, statement)
                                : answer;
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
    }
}
