package rollcall.account;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import rollcall.program.Actor;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** How entries of the audit are written for people: with the names that people and programs have now. */
@Component
class AuditWords {

    /** A part of what an entry says; {@code text} is empty when the name says it all, {@code address} null for no link. */
    record Detail(String name, String text, @Nullable String address) {}

    /** An entry as it is read. */
    record Line(AuditEntry entry, String kind, String actor, List<Detail> details) {}

    private final Accounts accounts;
    private final ProgramNames programs;
    private final MessageSource messages;
    private final JsonMapper json;

    AuditWords(Accounts accounts, ProgramNames programs, MessageSource messages, JsonMapper json) {
        this.accounts = accounts;
        this.programs = programs;
        this.messages = messages;
        this.json = json;
    }

    /** The name of everybody who can stand in the audit, by their key. */
    Map<String, String> actors() {
        var names = new LinkedHashMap<String, String>();
        accounts.all().forEach(account -> names.put(account.actor().key(), account.name()));
        names.put(Actor.SYSTEM.key(), Actor.SYSTEM.name());
        names.put(SessionAccounts.NOBODY.key(), text("account.audit.nobody"));
        return names;
    }

    List<Line> lines(List<AuditEntry> entries) {
        var actors = actors();
        var names = programs.all();
        return entries.stream()
                .map(entry -> new Line(
                        entry,
                        kind(entry.kind()),
                        actors.getOrDefault(entry.actor(), entry.actor()),
                        details(entry, actors, names)))
                .toList();
    }

    String kind(String kind) {
        return textOr("account.audit." + kind, kind);
    }

    private List<Detail> details(AuditEntry entry, Map<String, String> actors, Map<Long, String> programs) {
        try {
            return details("", json.readValue(entry.details(), Map.class), actors, programs)
                    .toList();
        } catch (JacksonException notJson) {
            return List.of(new Detail("", entry.details(), null));
        }
    }

    /** By name, since a JSON object has no order. What was not the case, and what was empty, is left out. */
    private Stream<Detail> details(String name, Object value, Map<String, String> actors, Map<Long, String> programs) {
        return switch (value) {
            case Map<?, ?> map
            when name.equals("programs") -> map.entrySet().stream().map(role -> role(role, programs));
            case Map<?, ?> map ->
                new TreeMap<Object, Object>(map)
                        .entrySet().stream()
                                .filter(part -> part.getValue() != null)
                                .flatMap(
                                        part -> part(map, part.getKey().toString(), part.getValue(), actors, programs));
            case List<?> list when list.isEmpty() -> Stream.of();
            case Boolean yes -> yes ? Stream.of(new Detail(word(name), "", null)) : Stream.of();
            case String text when text.isEmpty() -> Stream.of();
            case Number id
            when name.equals("account") ->
                Stream.of(linked(name, actors.getOrDefault("account:" + id, id.toString()), "/admin/users/" + id));
            case Number id
            when name.equals("program") ->
                Stream.of(linked(name, programs.getOrDefault(id.longValue(), id.toString()), "/programs/" + id));
            case Number id
            when name.equals("person") || name.equals("merged") ->
                Stream.of(linked(name, id.toString(), "/people/" + id));
            case List<?> list ->
                Stream.of(linked(name, list.stream().map(Object::toString).collect(Collectors.joining(", ")), null));
            case String key when name.equals("who") -> Stream.of(linked(name, actors.getOrDefault(key, key), null));
            default -> Stream.of(linked(name, value(value.toString()), null));
        };
    }

    /** A member's page lies below that of the program, which stands beside. */
    private Stream<Detail> part(
            Map<?, ?> whole, String name, Object value, Map<String, String> actors, Map<Long, String> programs) {
        return name.equals("member") && value instanceof Number member && whole.get("program") instanceof Number program
                ? Stream.of(linked(name, member.toString(), "/programs/%s/members/%s".formatted(program, member)))
                : details(name, value, actors, programs);
    }

    /** Kinds, roles and ways to sign in have words; whatever else stands there is as it is. */
    private String value(String value) {
        return textOr("account.audit.value." + value, textOr("account.role." + value, kind(value)));
    }

    private Detail linked(String name, String text, @Nullable String address) {
        return new Detail(word(name), text, address);
    }

    private Detail role(Map.Entry<?, ?> role, Map<Long, String> programs) {
        var id = Long.parseLong(role.getKey().toString());
        return new Detail(
                value(role.getValue().toString()), programs.getOrDefault(id, Long.toString(id)), "/programs/" + id);
    }

    private String word(String name) {
        return textOr("account.audit.detail." + name, name);
    }

    private String textOr(String key, String otherwise) {
        var text = messages.getMessage(key, null, otherwise, LocaleContextHolder.getLocale());
        return text == null ? otherwise : text;
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
