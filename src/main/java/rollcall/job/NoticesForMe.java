package rollcall.job;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import rollcall.program.Actor;

/** The {@link JobNotice}s for whoever looks at a page; looked up only where a page shows them. */
public final class NoticesForMe {

    private final JobNotices notices;
    private final Actor reader;

    private NoticesForMe(JobNotices notices, Actor reader) {
        this.notices = notices;
        this.reader = reader;
    }

    /** What the page at that path tells; a second call finds nothing left. */
    public List<JobNotice> take(String path) {
        return notices.take(reader, path);
    }

    /** Gives every page {@code jobNotices}; null for who is not signed in. */
    @ControllerAdvice
    static class OnEveryPage {

        private final JobNotices notices;

        OnEveryPage(JobNotices notices) {
            this.notices = notices;
        }

        @ModelAttribute("jobNotices")
        @Nullable
        NoticesForMe jobNotices() {
            var signedIn = SecurityContextHolder.getContext().getAuthentication();
            return signedIn != null && signedIn.getPrincipal() instanceof Actor reader
                    ? new NoticesForMe(notices, reader)
                    : null;
        }
    }
}
