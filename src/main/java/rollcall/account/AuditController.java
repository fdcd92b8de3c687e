package rollcall.account;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxResponseHeader;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import rollcall.account.AuditEntries.Place;
import rollcall.program.Actor;
import rollcall.web.Attachments;

/** What was done, by whom and when, for administrators: as a page, and as a file of exactly what the page lists. */
@Controller
class AuditController {

    private static final String ADDRESS = "/admin/audit";
    private static final String FILE = "/admin/audit.csv";
    private static final String PAGE = "account/audit";

    private final AuditEntries entries;
    private final AuditWords words;
    private final AuditFile file;
    private final AuditTrail trail;
    private final Accounts accounts;

    AuditController(AuditEntries entries, AuditWords words, AuditFile file, AuditTrail trail, Accounts accounts) {
        this.entries = entries;
        this.words = words;
        this.file = file;
        this.trail = trail;
        this.accounts = accounts;
    }

    @GetMapping(ADDRESS)
    String list(
            Actor who,
            @ModelAttribute("filter") AuditFilter filter,
            @RequestParam(required = false) @Nullable Long below,
            @RequestParam(required = false) @Nullable Long above,
            Model model) {
        fill(who, filter, new Place(below, above), model);
        model.addAttribute("kinds", kinds());
        model.addAttribute("actors", words.actors());
        return PAGE;
    }

    /** Another filter always shows its newest entries first. */
    @HxRequest
    @GetMapping(ADDRESS)
    String list(Actor who, @ModelAttribute("filter") AuditFilter filter, Model model, HttpServletResponse response) {
        fill(who, filter, Place.TOP, model);
        response.setHeader(HtmxResponseHeader.HX_PUSH_URL.getValue(), filter.address(ADDRESS, "", null));
        return PAGE + " :: audit";
    }

    private void fill(Actor who, AuditFilter filter, Place place, Model model) {
        var zone = zone(who);
        var page = entries.page(filter, zone, place);
        model.addAttribute("lines", words.lines(page.entries()));
        model.addAttribute("zone", zone);
        model.addAttribute("newer", page.above() == null ? null : filter.address(ADDRESS, "above", page.above()));
        model.addAttribute("older", page.below() == null ? null : filter.address(ADDRESS, "below", page.below()));
        model.addAttribute("file", filter.address(FILE, "", null));
    }

    private ZoneId zone(Actor who) {
        return ZoneId.of(accounts.of(who).zoneOrUtc());
    }

    private static LinkedHashMap<AuditKind.Group, List<AuditKind>> kinds() {
        return Arrays.stream(AuditKind.values())
                .collect(Collectors.groupingBy(AuditKind::group, LinkedHashMap::new, Collectors.toList()));
    }

    @GetMapping(FILE)
    void export(Actor who, @ModelAttribute("filter") AuditFilter filter, HttpServletResponse response)
            throws IOException {
        trail.note(who, AuditKind.AUDIT_EXPORTED, filter.said());
        response.setContentType(Attachments.CSV.toString());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, Attachments.named(file.name(), "csv"));
        file.write(filter, zone(who), response.getOutputStream());
    }
}
