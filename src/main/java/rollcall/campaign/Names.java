package rollcall.campaign;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What the things are called that a campaign names by their keys and ids, in the language of the reader.
 *
 * @param statuses by key, in the order of the channel
 */
record Names(
        Map<String, String> statuses,
        Map<Long, String> templates,
        Map<Long, String> campaigns,
        Map<Long, String> programs,
        Map<Long, String> webhooks) {

    String status(String key) {
        return statuses.getOrDefault(key, key);
    }

    /** As the statuses themselves are ordered; those that are not known any more come last, by their keys. */
    List<String> inOrder(Collection<String> keys) {
        var known = List.copyOf(statuses.keySet());
        return keys.stream()
                .sorted(Comparator.<String>comparingInt(key -> known.contains(key) ? known.indexOf(key) : known.size())
                        .thenComparing(Comparator.naturalOrder()))
                .map(this::status)
                .toList();
    }
}
