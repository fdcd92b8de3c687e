package rollcall.campaign;

/** Where in the form something stands that the campaigns say against it. */
final class EditorFields {

    private EditorFields() {}

    static String of(CampaignProblem problem) {
        if (problem.step() >= 0) {
            return "steps[%d].otherwise.kind".formatted(problem.step());
        }
        return switch (problem.message()) {
            case "campaign.problem.after-return" -> "again.afterReturn";
            case "campaign.problem.days" -> "again.days";
            default -> "steps";
        };
    }
}
