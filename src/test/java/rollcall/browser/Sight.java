package rollcall.browser;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.pattern.PathPatternParser;
import rollcall.account.Account;
import rollcall.testing.Browser;

/**
 * A page in one of its states, and how somebody gets to see it.
 *
 * @param address as it stands in docs/who-may-do-what.md
 * @param who null for somebody who is not signed in
 * @param start where to begin
 * @param steps what to do there until the page is seen
 * @param error what the page that is seen then has for a code; empty for one that is no error page
 */
record Sight(String address, String state, @Nullable Account who, String start, Consumer<Page> steps, String error) {

    /** A page that can be asked for, with what its address names. */
    static Sight of(String address, String state, Account who, Object... variables) {
        return new Sight(address, state, who, filled(address, variables), page -> {}, "");
    }

    /** Unfilled where steps lead there and not the address. */
    private static String filled(String address, Object... variables) {
        return variables.length == 0
                ? address
                : UriComponentsBuilder.fromPath(address)
                        .buildAndExpand(variables)
                        .toUriString();
    }

    Sight to(@Nullable Account somebody) {
        return new Sight(address, state, somebody, start, steps, error);
    }

    Sight query(String query) {
        return new Sight(address, state, who, start + "?" + query, steps, error);
    }

    Sight from(String page) {
        return new Sight(address, state, who, page, steps, error);
    }

    Sight then(Consumer<Page> more) {
        return new Sight(address, state, who, start, steps.andThen(more), error);
    }

    Sight refused(int status) {
        return new Sight(address, state, who, start, steps, String.valueOf(status));
    }

    void open(Browser browser) {
        if (who != null) {
            browser.signIn(who);
        }
        browser.open(start);
        steps.accept(new Page(browser));
    }

    /** Whether that path belongs to the page's address. */
    boolean isAt(String path) {
        var plain = path.replaceAll("[?#].*$", "");
        return new PathPatternParser().parse(address).matches(PathContainer.parsePath(plain));
    }

    @Override
    public String toString() {
        return address + ", " + state;
    }
}
