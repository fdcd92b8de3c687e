package rollcall.torture;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import rollcall.testing.Pages;

/** What Rollcall still has to do. */
record Rest(Pages pages, Scene scene) {

    /** In words; nothing when it has brought everything to an end. */
    List<String> left() throws IOException {
        var left = new ArrayList<>(pages
                .page("/jobs")
                .select("tr[data-job-id]:is([data-state=WAITING], [data-state=RUNNING], [data-state=FAILED])")
                .stream()
                .map(job -> "Job %s: %s".formatted(job.attr("data-job-id"), job.text()))
                .toList());
        var underway = scene.underway(pages);
        if (underway > 0) {
            left.add("Registrations on their way: " + underway);
        }
        return left;
    }
}
