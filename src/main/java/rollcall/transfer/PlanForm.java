package rollcall.transfer;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import rollcall.member.StatusRequest;
import rollcall.person.Known;
import rollcall.program.Channel;
import rollcall.program.StatusCode;
import rollcall.web.Text;

/**
 * What somebody chose for an import.
 *
 * @param target what each column is taken as, in their order
 * @param status the key of the status for all rows; empty when a column says it
 */
record PlanForm(
        List<Target> target,
        @Nullable String status,
        @Nullable String reason,
        @Nullable Known known,
        @Nullable Boolean registeredThere,
        @Nullable DayOrder dayOrder,
        @Nullable Boolean erasedToo) {

    PlanForm {
        // A column that cannot be read is as good as none: the mapping is then not the file's.
        target = target == null || target.stream().anyMatch(Objects::isNull) ? List.of() : target;
    }

    static PlanForm of(ImportPlan plan) {
        return new PlanForm(
                plan.mapping().targets(),
                plan.status(),
                plan.reason(),
                plan.known(),
                plan.registeredThere(),
                plan.dayOrder(),
                plan.erasedToo());
    }

    ImportPlan plan() {
        return new ImportPlan(
                new Mapping(target),
                Objects.requireNonNullElse(status, ""),
                Text.tidy(Objects.requireNonNullElse(reason, "")),
                Objects.requireNonNullElse(known, Known.FILL_BLANKS),
                Boolean.TRUE.equals(registeredThere),
                Objects.requireNonNullElse(dayOrder, DayOrder.UNSAID),
                Boolean.TRUE.equals(erasedToo));
    }

    /** Notes everything that keeps this plan from being carried out. */
    void check(Channel channel, ImportPreview preview, BindingResult errors) {
        var plan = plan();
        checkColumns(plan.mapping(), preview, errors);
        checkStatus(plan, channel, errors);
        checkReason(plan, errors);
        if (plan.dayOrder() == DayOrder.UNSAID && preview.ambiguousDates(plan.mapping())) {
            errors.rejectValue("dayOrder", "transfer.day-order.missing");
        }
    }

    private static void checkColumns(Mapping mapping, ImportPreview preview, BindingResult errors) {
        if (mapping.targets().size() != preview.columns().size()) {
            errors.reject("transfer.mapping.stale");
        } else if (!mapping.has(Target.EMAIL)) {
            errors.rejectValue("target", "transfer.mapping.no-email");
        }
        for (var target : mapping.claimedTwice()) {
            errors.rejectValue("target", "transfer.mapping.twice", new Object[] {target.message()}, null);
        }
    }

    private static void checkStatus(ImportPlan plan, Channel channel, BindingResult errors) {
        if (plan.statusFromColumn()) {
            if (!plan.mapping().has(Target.STATUS)) {
                errors.rejectValue("status", "transfer.status.no-column");
            }
        } else if (channel.find(plan.status())
                .filter(status -> !status.hidden())
                .isEmpty()) {
            errors.rejectValue("status", "transfer.status.unknown");
        }
    }

    private static void checkReason(ImportPlan plan, BindingResult errors) {
        if (plan.reason().length() > StatusRequest.LONGEST_REASON) {
            errors.rejectValue("reason", "transfer.reason.too-long");
        } else if (Text.unwanted(plan.reason())) {
            errors.rejectValue("reason", "web.plain-text");
        } else if (plan.status().equals(StatusCode.REJECTED.name())
                && plan.reason().isEmpty()
                && !plan.mapping().has(Target.STATUS_REASON)) {
            errors.rejectValue("reason", "transfer.reason.missing");
        }
    }
}
