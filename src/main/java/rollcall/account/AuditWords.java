package rollcall.account;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    /** What people and programs are called now, by their keys; whoever is gone stays a key. */
    private record Names(Map<String, String> actors, Map<Long, String> programs) {

        String actor(String key) {
            return actors.getOrDefault(key, key);
        }

        String program(long id) {
            return programs.getOrDefault(id, Long.toString(id));
        }

        String number(String what, Number id) {
            return switch (what) {
                case "account" -> actors.getOrDefault("account:" + id, id.toString());
                case "program", "clonedFrom" -> program(id.longValue());
                default -> id.toString();
            };
        }
    }

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
        var names = new Names(actors(), programs.all());
        return entries.stream()
                .map(entry -> new Line(entry, kind(entry.kind()), names.actor(entry.actor()), details(entry, names)))
                .toList();
    }

    String kind(String kind) {
        return textOr("account.audit." + kind, kind);
    }

    private List<Detail> details(AuditEntry entry, Names names) {
        try {
            return details(json.readValue(entry.details(), Map.class), names).toList();
        } catch (JacksonException notJson) {
            return List.of(new Detail("", entry.details(), null));
        }
    }

    /** By name, since a JSON object has no order. */
    private Stream<Detail> details(Map<?, ?> entry, Names names) {
        return new TreeMap<Object, Object>(entry)
                .entrySet().stream()
                        .filter(part -> part.getValue() != null)
                        .flatMap(part -> details(entry, part.getKey().toString(), part.getValue(), names));
    }

    /** What was not the case, and what was empty, is left out. */
    private Stream<Detail> details(Map<?, ?> entry, String name, Object value, Names names) {
        return switch (value) {
            case Map<?, ?> roles
            when name.equals("programs") -> roles.entrySet().stream().map(role -> role(role, names));
            case Map<?, ?> parts -> details(parts, names);
            case Boolean yes -> yes ? Stream.of(new Detail(word(name), "", null)) : Stream.of();
            case List<?> list when list.isEmpty() -> Stream.of();
            case List<?> list ->
                Stream.of(detail(
                        name, list.stream().map(one -> value(one.toString())).collect(joining(", "))));
            case String text when text.isEmpty() -> Stream.of();
            case String key when name.equals("who") -> Stream.of(detail(name, names.actor(key)));
            case Number id ->
                Stream.of(new Detail(word(name), names.number(name, id), AuditLinks.address(entry, name, id)));
            default -> Stream.of(detail(name, value(value.toString())));
        };
    }

    private Detail detail(String name, String text) {
        return new Detail(word(name), text, null);
    }

    /** Kinds, roles, statuses and ways to sign in have words; whatever else stands there is as it is. */
    private String value(String value) {
        return textOr(
                "account.audit.value." + value,
                textOr("account.role." + value, textOr("status." + value, kind(value))));
    }

    private Detail role(Map.Entry<?, ?> role, Names names) {
        var id = Long.parseLong(role.getKey().toString());
        return new Detail(value(role.getValue().toString()), names.program(id), "/programs/" + id);
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
