package rollcall.transfer;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;
import rollcall.member.MemberFilterForm;
import rollcall.program.Channel;

/**
 * What somebody wants as a file: those who were ticked ({@code memberId}, any number), else the list that the other
 * parameters ask for; {@code column} and {@code answers} say what is taken along of each.
 */
record ExportForm(MemberFilterForm list, List<Long> ticked, MultiValueMap<String, String> sent) {

    /** Whatever else is sent as an id is nobody's. */
    private static final String ID = "\\d{1,18}";

    static ExportForm of(MultiValueMap<String, String> sent) {
        var ticked = sent.getOrDefault("memberId", List.of()).stream()
                .filter(id -> id.matches(ID))
                .map(Long::valueOf)
                .distinct()
                .toList();
        return ticked.isEmpty() ? ofList(sent) : new ExportForm(MemberFilterForm.EVERYBODY, ticked, sent);
    }

    /** Whoever may be ticked. */
    static ExportForm ofList(MultiValueMap<String, String> sent) {
        return new ExportForm(MemberFilterForm.of(sent), List.of(), sent);
    }

    /** The same, of a list whose statuses that channel has; it throws where it has one of them not. */
    ExportForm in(Channel channel) {
        list.status().forEach(channel::status);
        return this;
    }

    boolean isOfTicked() {
        return !ticked.isEmpty();
    }

    Chosen chosen(List<String> questions) {
        return Chosen.of(sent.get("column"), sent.get("answers"), questions);
    }

    /** As fields of a form that asks for the same. */
    Stream<Field> fields() {
        return isOfTicked()
                ? ticked.stream().map(id -> new Field("memberId", Long.toString(id)))
                : list.fields().entrySet().stream()
                        .flatMap(entry -> entry.getValue().stream().map(value -> new Field(entry.getKey(), value)));
    }

    record Field(String name, String value) {}
}
