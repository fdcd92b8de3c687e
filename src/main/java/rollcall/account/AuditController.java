package rollcall.account;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import rollcall.program.Actor;

/** What was done, by whom and when, for administrators. */
@Controller
class AuditController {

    private final AuditEntries entries;
    private final Accounts accounts;

    AuditController(AuditEntries entries, Accounts accounts) {
        this.entries = entries;
        this.accounts = accounts;
    }

    @GetMapping("/admin/audit")
    String list(
            Actor who,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(required = false) @Nullable Long below,
            Model model) {
        var page = entries.page(kind, below);
        var zone = accounts.get(RightsOf.accountId(who.key())).zone();
        model.addAllAttributes(Map.of(
                "kind",
                kind,
                "kinds",
                entries.kinds(),
                "entries",
                page.entries(),
                "zone",
                zone.isEmpty() ? "UTC" : zone));
        model.addAttribute("first", below == null ? null : address(kind, null));
        model.addAttribute("next", page.next() == null ? null : address(kind, page.next()));
        return "account/audit";
    }

    private static String address(String kind, @Nullable Long below) {
        var address = UriComponentsBuilder.fromPath("/admin/audit");
        if (!kind.isEmpty()) {
            address.queryParam("kind", "{kind}");
        }
        if (below != null) {
            address.queryParam("below", below);
        }
        return address.encode().buildAndExpand(Map.of("kind", kind)).toUriString();
    }
}
