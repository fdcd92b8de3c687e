package rollcall.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A start for practice, up to the first page, that ends by itself: bin/rollcall has one watched by the virtual machine, which
 * prepares later starts from what it saw. The JDK's AOT cache holds what was loaded until the process ends (JEP 483, JEP 514).
 */
@Component
@ConditionalOnProperty("rollcall.rehearsal")
class Rehearsal {

    private final ApplicationContext application;

    Rehearsal(ApplicationContext application) {
        this.application = application;
    }

    @EventListener
    void openTheFirstPage(AvailabilityChangeEvent<ReadinessState> event) throws IOException, InterruptedException {
        if (event.getState() != ReadinessState.ACCEPTING_TRAFFIC) {
            return;
        }
        var port = application.getEnvironment().getRequiredProperty("local.server.port");
        var page = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/login"))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            client.send(page, BodyHandlers.discarding());
        }
        SpringApplication.exit(application);
        System.exit(0);
    }
}
