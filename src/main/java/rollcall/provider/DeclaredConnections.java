package rollcall.provider;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Gives each connection of the configuration its row, so that programs can be reached through it. */
@Component
class DeclaredConnections implements ApplicationRunner {

    private final ProviderSettings settings;
    private final ConnectionRows rows;
    private final Map<String, WebinarProvider> providers;
    private final Clock clock;

    DeclaredConnections(ProviderSettings settings, ConnectionRows rows, List<WebinarProvider> providers, Clock clock) {
        this.settings = settings;
        this.rows = rows;
        this.providers = providers.stream().collect(Collectors.toMap(WebinarProvider::kind, one -> one));
        this.clock = clock;
    }

    /** @throws IllegalStateException when one names no kind, or misses what its kind asks for */
    @Override
    public void run(ApplicationArguments arguments) {
        settings.declared().forEach(this::declare);
    }

    private void declare(String name, Map<String, String> said) {
        var where = "rollcall.connections." + name;
        var kind = said.getOrDefault("kind", "");
        var provider = providers.get(kind);
        if (provider == null || provider.credentials().isEmpty()) {
            throw new IllegalStateException(
                    where + ".kind must be a provider that has connections, not \"" + kind + "\".");
        }
        provider.credentials().stream()
                .filter(field ->
                        field.required() && said.getOrDefault(field.name(), "").isBlank())
                .findFirst()
                .ifPresent(field -> {
                    throw new IllegalStateException(where + "." + field.name() + " is missing.");
                });
        var there = rows.declared(name);
        if (there.isPresent() && !there.get().kind().equals(kind)) {
            throw new IllegalStateException(
                    where + ".kind was " + there.get().kind() + " before: give the new one another name.");
        }
        if (there.isEmpty()) {
            rows.insert(kind, name, name, clock.instant().truncatedTo(ChronoUnit.MICROS));
        }
    }
}
