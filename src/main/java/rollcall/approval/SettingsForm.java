package rollcall.approval;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import rollcall.member.StatusRequest;
import rollcall.web.PlainText;
import rollcall.web.Text;

/**
 * How a program decides, as a manager types it.
 *
 * @param days after how many somebody is rejected by itself; null for never
 * @param reasons one in each line; empty for the usual ones
 */
record SettingsForm(
        @Nullable
        @Min(value = 1, message = "{approval.days.wrong}")
        @Max(value = 365, message = "{approval.days.wrong}")
        Integer days,

        @Size(max = StatusRequest.LONGEST_REASON, message = "{member.reason.too-long}") @PlainText
        String expiryReason,

        @Size(max = 4_000, message = "{approval.reasons.too-long}") @PlainText
        String reasons) {

    SettingsForm {
        expiryReason = Objects.requireNonNullElse(expiryReason, "").strip();
        reasons = Objects.requireNonNullElse(reasons, "");
    }

    static SettingsForm of(Setting setting) {
        return new SettingsForm(setting.expiresAfter(), setting.expiryReason(), String.join("\n", setting.reasons()));
    }

    void check(Errors errors) {
        if (days != null && expiryReason.isEmpty()) {
            errors.rejectValue("expiryReason", "approval.expiry-reason.missing");
        }
        if (lines().stream().anyMatch(line -> line.length() > StatusRequest.LONGEST_REASON)) {
            errors.rejectValue("reasons", "member.reason.too-long");
        }
    }

    Setting setting() {
        return new Setting(days, Text.tidy(expiryReason), lines());
    }

    private List<String> lines() {
        return Arrays.stream(reasons.split("\\R"))
                .map(Text::tidy)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }
}
