package rollcall.provider.zoom;

import java.util.List;
import org.jspecify.annotations.Nullable;
import rollcall.provider.EventRef;
import rollcall.provider.Page;
import rollcall.provider.Registrant;
import rollcall.provider.Reply;

/** Who did not come, as Zoom itself says: of each run, those who missed it. Whoever came to another is in the live report. */
final class Absentees {

    private final ZoomApi api;
    private final ZoomWebinars webinars;
    private final Runs runs;

    Absentees(ZoomApi api, ZoomWebinars webinars, Runs runs) {
        this.api = api;
        this.webinars = webinars;
        this.runs = runs;
    }

    Page<Registrant> page(EventRef event, @Nullable String cursor) {
        return Mark.read(cursor, mark -> {
            if (!mark.first()) {
                return of(event, mark, mark.part(0), mark.part(1));
            }
            var ran = runs.of(event, webinars.known(event));
            return ran.isEmpty()
                    ? new Page<>(List.of(), null, false)
                    : of(event, mark, ran.getFirst().uuid(), "");
        });
    }

    private Page<Registrant> of(EventRef event, Mark mark, String uuid, String token) {
        var reply = api.pageReply(event.connection(), token, "/past_webinars/{uuid}/absentees", ZoomApi.uuid(uuid));
        if (notOver(reply)) {
            return new Page<>(List.of(), null, false);
        }
        var page = unregistered(reply) ? null : api.json(reply);
        var more = page == null ? "" : ZoomApi.next(page);
        return new Page<>(
                page == null ? List.of() : RegistrantBook.registrants(page), next(event, mark, uuid, more), true);
    }

    /** "Meeting ID is invalid or not end" [Z-OAS]. */
    private static boolean notOver(Reply reply) {
        return reply.status() == 404 && Mistakes.code(reply) == Mistakes.NO_SUCH_WEBINAR;
    }

    /** 3000 where nobody had to register [Z-OAS]. */
    private static boolean unregistered(Reply reply) {
        return reply.status() == 400 && Mistakes.code(reply) == Mistakes.NOT_FOUND;
    }

    private @Nullable String next(EventRef event, Mark mark, String uuid, String token) {
        if (!token.isEmpty()) {
            return mark.next(uuid, token);
        }
        var then = Runs.after(runs.of(event, webinars.known(event)), uuid);
        return then == null ? null : mark.next(then, "");
    }
}
