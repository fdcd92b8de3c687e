package rollcall.mail;

import org.jspecify.annotations.Nullable;

/**
 * How somebody wants to see a template.
 *
 * @param member as whom; null for an example
 * @param language its tag; empty for the recipient's own
 * @param look light or dark
 * @param q a name or an address to look for among the members
 */
record PreviewChoice(
        @Nullable Long member,
        @Nullable String language,
        @Nullable String look,
        @Nullable String q) {

    /** As an example, in the recipient's language. */
    static final PreviewChoice USUAL = new PreviewChoice(null, null, null, null);

    /** Empty for none, and for one that is not there. */
    String spoken() {
        return language == null || !Languages.OFFERED.contains(language) ? "" : language;
    }

    Look seen() {
        return Look.of(look == null ? "" : look);
    }

    String searched() {
        return q == null ? "" : q;
    }
}
