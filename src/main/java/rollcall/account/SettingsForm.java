package rollcall.account;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import rollcall.web.Text;

/** What somebody typed about themself. */
record SettingsForm(
        @Nullable String name,
        @Nullable String language,
        @Nullable String zone,
        boolean shortcuts) {

    /** The zones that are places, by name; the first choice is none. */
    static final Map<String, String> ZONES = zones();

    private static Map<String, String> zones() {
        var zones = new LinkedHashMap<String, String>();
        zones.put("", "–");
        zones.put("UTC", "UTC");
        ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
                .sorted()
                .forEach(id -> zones.put(id, id.replace('_', ' ')));
        return zones;
    }

    static SettingsForm of(Account account) {
        return new SettingsForm(account.name(), account.language(), account.zone(), account.shortcuts());
    }

    /** What is to be stored; {@code errors} says what cannot be. */
    Settings settings(AccountForms forms, BindingResult errors) {
        var settings = new Settings(
                Text.tidy(AccountForms.text(name)), AccountForms.text(language), AccountForms.text(zone), shortcuts);
        forms.checkName(settings.name(), errors);
        if (!settings.language().isEmpty()
                && PageLanguage.spoken(settings.language()).isEmpty()) {
            errors.rejectValue("language", "account.language.invalid");
        }
        if (!ZONES.containsKey(settings.zone())) {
            errors.rejectValue("zone", "account.zone.invalid");
        }
        return settings;
    }
}
