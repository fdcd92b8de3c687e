package rollcall.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Finds what stands against storing a template, or against sending it. */
@Component
class TemplateCheck {

    static final int LONGEST_SUBJECT = 300;
    static final int LONGEST_BODY = 50_000;

    /** What it may come to with everything that its looks add. */
    private static final int LONGEST_DRESSED = 150_000;

    private final Sheet sheet;

    TemplateCheck(Sheet sheet) {
        this.sheet = sheet;
    }

    /** In the order of the languages and of the editor's fields. */
    List<Problem> problems(TemplatePlan plan) {
        var problems = new ArrayList<Problem>();
        plan.texts().forEach(text -> problems.addAll(problems(text, plan.purpose())));
        if (plan.texts().stream().noneMatch(text -> text.language().equals(plan.defaultLanguage()))) {
            problems.addFirst(Problem.about("subject", plan.defaultLanguage(), "mail.problem.no-default"));
        }
        return problems;
    }

    private List<Problem> problems(TemplateText text, Purpose purpose) {
        var problems = new ArrayList<Problem>();
        missing(text, problems);
        found("subject", text, PlainSource.check(text.subject()), problems);
        found("html", text, HtmlSource.check(text.html()), problems);
        found("text", text, PlainSource.check(text.text()), problems);
        if (problems.stream().noneMatch(Problem::refused)
                && Wording.of(text, purpose, sheet).html().length() > LONGEST_DRESSED) {
            problems.add(tooLong("html", text, LONGEST_BODY));
        }
        return problems;
    }

    private static void missing(TemplateText text, List<Problem> problems) {
        if (text.subject().isBlank()) {
            problems.add(Problem.about("subject", text.language(), "mail.problem.no-subject"));
        } else if (text.subject().length() > LONGEST_SUBJECT) {
            problems.add(tooLong("subject", text, LONGEST_SUBJECT));
        } else if (text.subject().contains("\n")) {
            problems.add(Problem.about("subject", text.language(), "mail.problem.subject-lines"));
        }
        if (text.html().isBlank()) {
            problems.add(Problem.about("html", text.language(), "mail.problem.no-html"));
        } else if (text.html().length() > LONGEST_BODY) {
            problems.add(tooLong("html", text, LONGEST_BODY));
        }
        if (text.text().length() > LONGEST_BODY) {
            problems.add(tooLong("text", text, LONGEST_BODY));
        }
    }

    private static Problem tooLong(String part, TemplateText text, int longest) {
        return Problem.about(part, text.language(), "mail.problem.too-long", longest);
    }

    private static void found(String part, TemplateText text, List<Finding> findings, List<Problem> problems) {
        findings.stream()
                .filter(Predicate.not(TemplateCheck::leftOut))
                .forEach(finding -> problems.add(Problem.of(part, text.language(), finding)));
    }

    /** What is not sent of a template's HTML. It stands against nothing. */
    List<Problem> leftOut(List<TemplateText> texts) {
        return texts.stream()
                .flatMap(text -> HtmlSource.check(text.html()).stream()
                        .filter(TemplateCheck::leftOut)
                        .map(finding -> Problem.of("html", text.language(), finding)))
                .toList();
    }

    private static boolean leftOut(Finding finding) {
        return finding.kind() == Finding.Kind.LEFT_OUT;
    }
}
