package rollcall.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.program.StatusCode.REGISTERED;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import rollcall.member.Delivery;
import rollcall.member.Members;
import rollcall.member.MembersFixture;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.provider.ProviderFailure.Barred;
import rollcall.provider.ProviderFailure.Temporary;
import rollcall.testing.TestClock;

/** A provider that is away for long, or lets nobody in, and comes back. */
abstract class PushOutageTests {

    private static final int MEMBERS = 60;
    private static final Duration LOOK = Duration.ofMinutes(5);

    @Autowired
    private MembersFixture fixture;

    @Autowired
    private Members members;

    @Autowired
    private Webinars webinars;

    @Autowired
    private Connections connections;

    @Autowired
    private ConnectionFixture connecting;

    @Autowired
    private Pushes pushes;

    @Autowired
    private PushRows rows;

    @Autowired
    private ScriptedProvider provider;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void begin() {
        provider.reset();
    }

    private void sendAll(Program program) {
        while (pushes.send(program.key())) {
            // the next slice
        }
    }

    private long with(Program program, List<Long> some, Delivery delivery) {
        return some.stream()
                .filter(one -> members.require(program, one).delivery() == delivery)
                .count();
    }

    /** Nobody is lost in a day but an hour, and those who wait come back one after the other. */
    @Test
    void afterADayAwayThereIsNoHerd() {
        var program = fixture.program(null);
        webinars.choose(program, "scripted");
        provider.sideBySide = 4;
        provider.outage = new Temporary("Down.");
        var some = fixture.members(program, MEMBERS, REGISTERED);
        for (Instant end = clock.instant().plus(Duration.ofHours(23));
                clock.instant().isBefore(end);
                clock.advance(LOOK)) {
            sendAll(program);
        }
        assertThat(with(program, some, Delivery.RETRYING)).isEqualTo(MEMBERS);
        assertThat(provider.told).as("tries in all").hasSizeLessThan(MEMBERS * 45);

        provider.outage = null;
        provider.told.clear();
        var inEach = new ArrayList<Integer>();
        for (int look = 0; look < 16; look++) {
            var before = provider.told.size();
            sendAll(program);
            inEach.add(provider.told.size() - before);
            clock.advance(LOOK);
        }

        assertThat(provider.told).hasSize(MEMBERS).doesNotHaveDuplicates();
        assertThat(with(program, some, Delivery.ACCEPTED)).isEqualTo(MEMBERS);
        assertThat(Collections.max(inEach)).as("of %s", inEach).isLessThanOrEqualTo(MEMBERS / 3);
    }

    @Test
    void whoeverIsNotLetInIsNotAskedAgainForAnyProgramAndGoesOnOnceThatIsRepaired() {
        var connection = connecting.zoom("Events " + UUID.randomUUID());
        var programs = List.of(fixture.program(null), fixture.program(null));
        programs.forEach(
                one -> webinars.choose(one, new EventRef("scripted", "event-" + one.key(), connection), false));
        var all = programs.stream()
                .map(one -> fixture.members(one, 10, REGISTERED))
                .toList();
        provider.outage = new Barred("The client is unknown.");

        programs.forEach(this::sendAll);

        assertThat(provider.told).hasSize(1);
        assertThat(connections.find(connection).orElseThrow().health()).isEqualTo(Connection.Health.BARRED);
        assertThat(with(programs.get(0), all.get(0), Delivery.RETRYING)).isEqualTo(1);
        assertThat(with(programs.get(1), all.get(1), Delivery.QUEUED)).isEqualTo(10);

        provider.outage = null;
        connections.change(
                Actor.SYSTEM, connections.find(connection).orElseThrow(), "Repaired " + connection, java.util.Map.of());
        clock.advance(Duration.ofMinutes(15)); // the one that was tried waits as long as it was told
        programs.forEach(this::sendAll);

        assertThat(provider.registered).hasSize(20);
        assertThat(with(programs.get(0), all.get(0), Delivery.ACCEPTED)).isEqualTo(10);
        assertThat(with(programs.get(1), all.get(1), Delivery.ACCEPTED)).isEqualTo(10);
        assertThat(rows.dueProgramsAt(clock.instant()))
                .doesNotContain(programs.get(0).key(), programs.get(1).key());
    }
}
