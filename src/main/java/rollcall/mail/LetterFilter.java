package rollcall.mail;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which letters a page lists.
 *
 * @param twice whether only those that may have gone out twice
 */
record LetterFilter(@Nullable LetterState state, @Nullable Long program, boolean twice) {

    public boolean any() {
        return state != null || program != null || twice;
    }

    /** The address of the page with this filter, before or behind a letter. */
    String address(String direction, @Nullable Long key) {
        var address = UriComponentsBuilder.fromPath("/letters");
        if (state != null) {
            address.queryParam("state", state);
        }
        if (program != null) {
            address.queryParam("program", program);
        }
        if (twice) {
            address.queryParam("twice", true);
        }
        if (key != null) {
            address.queryParam(direction, key);
        }
        return address.toUriString();
    }

    String address() {
        return address("", null);
    }
}
