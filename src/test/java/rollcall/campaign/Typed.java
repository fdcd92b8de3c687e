package rollcall.campaign;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a browser sends for a form. */
final class Typed {

    private final Map<String, List<String>> sent = new LinkedHashMap<>();

    private Typed() {}

    static Map<String, List<String>> of(DefinitionForm form) {
        var typed = new Typed();
        typed.put("name", form.name());
        typed.put("version", form.version());
        typed.put("priority", form.priority());
        typed.put("schedule", form.schedule());
        typed.put("again", form.again());
        for (int n = 0; n < form.triggers().size(); n++) {
            typed.put("triggers[%d]".formatted(n), form.triggers().get(n));
        }
        typed.groups("", form.groups());
        for (int n = 0; n < form.steps().size(); n++) {
            typed.step("steps[%d].".formatted(n), form.steps().get(n));
        }
        return typed.sent;
    }

    private void step(String at, StepForm step) {
        for (int n = 0; n < step.choices().size(); n++) {
            var place = "%schoices[%d].".formatted(at, n);
            groups(place, step.choices().get(n).groups());
            put(place + "then", step.choices().get(n).then());
        }
        put(at + "otherwise", step.otherwise());
    }

    private void groups(String at, List<GroupForm> groups) {
        for (int n = 0; n < groups.size(); n++) {
            var place = "%sgroups[%d].".formatted(at, n);
            put(place + "match", groups.get(n).match());
            for (int c = 0; c < groups.get(n).conditions().size(); c++) {
                put(
                        "%sconditions[%d]".formatted(place, c),
                        groups.get(n).conditions().get(c));
            }
        }
    }

    private void put(String at, Fields fields) {
        put(at + ".kind", fields.kind());
        fields.values().forEach((name, values) -> sent.put(at + "." + name, values));
    }

    private void put(String name, String value) {
        sent.put(name, List.of(value));
    }
}
