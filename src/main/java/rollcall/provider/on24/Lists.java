package rollcall.provider.on24;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import rollcall.provider.EventRef;
import rollcall.provider.OwnWords;
import rollcall.provider.Page;
import rollcall.provider.ProviderFailure.Rejected;
import rollcall.provider.ProviderTrouble;
import rollcall.provider.Refusal;
import rollcall.provider.on24.On24Client.Ask;

/** The lists of one event, which ON24 does not page (ON24-OAS), a page at a time. */
final class Lists {

    private final On24Client client;
    private final Reports reports;
    private final int longest;

    /** @param longest how many rows a list may have */
    Lists(On24Client client, Reports reports, int longest) {
        this.client = client;
        this.reports = reports;
        this.longest = longest;
    }

    /**
     * @param list what ON24 calls it
     * @param name which part of it
     */
    record What<T>(String list, String name, Class<T> type) {

        private String of(EventRef event) {
            return "%d %s %s %s".formatted(event.connection(), event.externalId(), list, name);
        }
    }

    /** @param adding puts what is made of a row into the report, if anything is */
    <T> Page<T> page(
            EventRef event, What<T> what, Ask ask, @Nullable String cursor, BiConsumer<Row, Report<T>> adding) {
        return reports.page(
                what.of(event),
                what.type(),
                cursor,
                report -> read(event, what, ask, row -> adding.accept(row, report)));
    }

    /** A list is whole when it ends as it should; its total may count others than those who are listed. */
    private void read(EventRef event, What<?> what, Ask ask, Consumer<Row> each) {
        client.read(event.connection(), ask, body -> RowStream.each(body, what.list(), counted(each)));
    }

    private Consumer<Row> counted(Consumer<Row> each) {
        var came = new AtomicInteger();
        return row -> {
            if (came.getAndIncrement() == longest) {
                throw new ProviderTrouble(new Rejected(Refusal.OTHER, OwnWords.REPORT_TOO_LONG.with(longest)));
            }
            each.accept(row);
        };
    }
}
