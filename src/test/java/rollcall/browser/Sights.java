package rollcall.browser;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import rollcall.account.Account;
import rollcall.account.Rights;
import rollcall.campaign.CampaignScene;
import rollcall.job.JobState;
import rollcall.mail.MailScene;
import rollcall.program.ChannelFixture;
import rollcall.program.Channels;
import rollcall.program.Program;
import rollcall.program.StatusCode;
import rollcall.registration.PublicScene;
import rollcall.transfer.ExportsFixture;

/** All pages of the house. Whoever builds one adds a line for each of its states that looks different. */
final class Sights {

    private static final String PROGRAM = "/programs/{id}";
    private static final String LIST = "/programs/{programId}/members";
    private static final String MEMBER = "/programs/{programId}/members/{memberId}";
    private static final String PERSON = "/people/{personId}";
    private static final String MANY = "/programs/{programId}/status-changes";
    private static final String IMPORTS = "/programs/{programId}/imports";
    private static final String REFRESHES = "/programs/{programId}/refreshes";
    private static final String UNMATCHED = "/programs/{programId}/unmatched";
    private static final String IMPORT = "/programs/{programId}/imports/{importId}";
    private static final String EXPORT = "/programs/{programId}/exports/{exportId}";
    private static final String CAMPAIGNS = "/programs/{programId}/campaigns";
    private static final String CAMPAIGN = "/programs/{programId}/campaigns/{campaignId}";
    private static final String SENDS = "/programs/{programId}/sends";
    private static final String SIMULATED = "/admin/simulator/{webinarId}";

    private final Backstage backstage;
    private final Scene scene;
    private final SimulatedScene simulated;
    private final CampaignScene campaigns;
    private final MailScene mail;
    private final SampleFiles files;
    private final ExportsFixture exports;
    private final PublicScene pages;
    private final Channels channels;
    private final ChannelFixture ownChannel;
    private final Program full;
    private final Program empty;
    private final Program left;
    private final Account administrator;
    private final Account viewer;
    private final Account careful;
    private final String listPage;
    private final String importPage;

    Sights(
            Backstage backstage,
            Scene scene,
            SimulatedScene simulated,
            CampaignScene campaigns,
            MailScene mail,
            SampleFiles files,
            ExportsFixture exports,
            PublicScene pages,
            Channels channels,
            ChannelFixture ownChannel) {
        this.backstage = backstage;
        this.scene = scene;
        this.simulated = simulated;
        this.campaigns = campaigns;
        this.mail = mail;
        this.files = files;
        this.exports = exports;
        this.pages = pages;
        this.channels = channels;
        this.ownChannel = ownChannel;
        this.full = scene.full();
        this.empty = backstage.program("Nobody yet");
        this.left = scene.left();
        this.administrator = scene.longNamed();
        this.viewer = backstage.viewerOf(full);
        this.careful = scene.withSecondFactor();
        this.listPage = "/programs/%d/members".formatted(full.key());
        this.importPage = "/programs/%d/imports".formatted(full.key());
    }

    Stream<Sight> all() {
        return Stream.of(
                        door(),
                        account(),
                        programs(),
                        lists(),
                        member(),
                        people(),
                        additions(),
                        many(),
                        approvals(),
                        imports(),
                        exports(),
                        attendance(),
                        provider(),
                        campaigns(),
                        campaign(),
                        mail(),
                        templates(),
                        registration(),
                        administration(),
                        simulator(),
                        waitlist(),
                        errors())
                .flatMap(List::stream);
    }

    private Sight see(String address, String state, Object... variables) {
        return Sight.of(address, state, administrator, variables);
    }

    private List<Sight> registration() {
        var open = pages.slugOf(backstage.program("Open to all"));
        var settings = "/programs/{programId}/registration";
        var form = "/programs/{programId}/form";
        var asking = pages.asking(Scene.WORD);
        var question = pages.question(asking);
        var waiting = scene.withWaitlist();
        return List.of(
                see(form, "usual", empty.key()),
                see(form, "everything", asking.key()),
                see(form + "/preview", "everything", asking.key()),
                see(form + "/fields/new", "at first", asking.key()),
                see(form + "/fields/{key}", "a choice", asking.key(), question),
                see(form + "/fields/{key}", "wrong", asking.key(), question)
                        .then(fill("Question", ""))
                        .then(press("Save")),
                see(form + "/fields/{key}/removal", "at first", asking.key(), question),
                see("/r/{slug}", "everything", pages.slugOf(asking)).to(null),
                see("/s/{own}", "waits", ownPage(scene.waitsIn(waiting))).to(null),
                see("/s/{own}", "registered", ownPage(backstage.member(asking, "Ada Lovelace", StatusCode.REGISTERED)))
                        .to(null),
                see("/s/{own}", "sent again", ownPage(sentAgain(asking))).to(null),
                see("/s/{own}", "nowhere", "none").to(null),
                see(
                                "/s/{own}/details",
                                "everything",
                                ownPage(backstage.member(asking, "Bea Lovelace", StatusCode.REGISTERED)))
                        .to(null),
                see(
                                "/s/{own}/cancel",
                                "a seat",
                                ownPage(backstage.member(asking, "Cleo Lovelace", StatusCode.REGISTERED)))
                        .to(null),
                see("/r/{slug}", "open", open).to(null),
                see("/r/{slug}", "wrong", open).to(null).then(press("Register")),
                see("/r/{slug}", "full", pages.full()).to(null),
                see("/r/{slug}", "waitlist", pages.waiting()).to(null),
                see("/r/{slug}", "over", pages.over()).to(null),
                see("/r/{slug}", "nowhere", "none").to(null),
                see("/r/{slug}/thanks", "at first", open).to(null),
                see(settings, "not published", full.key()),
                see(settings, "published", pages.published().key()),
                see(settings, "wrong", empty.key())
                        .then(fill("Address", "not one"))
                        .then(press("Save")),
                see(settings + "/preview", "at first", full.key()));
    }

    private List<Sight> door() {
        return List.of(
                see("/login", "at first").to(null),
                see("/login", "refused").to(null).then(press("Sign in")),
                see("/login/code", "at first").to(null).from("/login").then(this::givePassword),
                see("/login/code", "wrong")
                        .to(null)
                        .from("/login")
                        .then(this::givePassword)
                        .then(press("Sign in")),
                see("/setup/{secret}", "at first").to(null).from(scene.setupLink()),
                see("/setup/{secret}", "wrong").to(null).from(scene.setupLink()).then(press("Save and sign in")),
                see("/setup/{secret}", "used up", "none").to(null),
                see("/help", "signed out").to(null));
    }

    private void givePassword(Page page) {
        new SignInPage(page.browser).signIn(careful.email(), Backstage.PASSWORD);
    }

    private List<Sight> account() {
        return List.of(
                see("/help", "signed in"),
                see("/account", "at first"),
                see("/account", "wrong").then(fill("Name", "")).then(press("Save settings")),
                see("/account/email", "wrong").from("/account").then(press("Change e-mail address")),
                see("/account/password", "wrong").from("/account").then(press("Change password")),
                see("/account/second-factor/new", "at first"),
                see("/account/second-factor", "wrong")
                        .from("/account/second-factor/new")
                        .then(press("Switch it on")),
                see("/account", "with a second factor").to(careful),
                see("/account/second-factor", "set").to(careful),
                see("/account/second-factor/recovery-codes", "wrong")
                        .to(careful)
                        .from("/account/second-factor")
                        .then(press("Make new codes")));
    }

    private List<Sight> programs() {
        return List.of(
                see("/programs", "a list"),
                see("/programs", "without a match").query("q=nothing-has-this-name"),
                see("/programs", "none at all").to(backstage.account("Nobody", Rights.NONE)),
                see("/programs", "with help").then(page -> page.link("Help").click()),
                see("/programs/new", "at first"),
                see("/programs", "wrong").from("/programs/new").then(press("Create program")),
                see(PROGRAM, "with members", full.key()),
                see(PROGRAM, "with its menu", full.key()).then(page -> page.open("Event Actions")),
                see(PROGRAM, "to a viewer", full.key()).to(viewer),
                see(PROGRAM, "without members", empty.key()),
                see(PROGRAM, "a sample", scene.sample().key()),
                see(PROGRAM + "/edit", "at first", full.key()),
                see(PROGRAM, "wrong", full.key())
                        .from("/programs/%d/edit".formatted(full.key()))
                        .then(fill("Name", ""))
                        .then(press("Save settings")),
                see(PROGRAM, "changed meanwhile", empty.key())
                        .from("/programs/%d/edit".formatted(empty.key()))
                        .then(fill("Description", Scene.WORD))
                        .then(Sights::overtake)
                        .then(press("Save settings")),
                see(PROGRAM + "/clone", "at first", full.key()));
    }

    private List<Sight> lists() {
        var view = scene.view(full);
        var one = LIST + "/views/{viewId}";
        var allColumns = scene.everyColumn(full);
        return List.of(
                see(LIST + "/views", "none", empty.key()),
                see(LIST + "/views", "several", full.key()),
                see(LIST + "/views", "wrong", full.key())
                        .from(listPage)
                        .then(page -> page.open("Save as a view"))
                        .then(fill("Name of the view", " "))
                        .then(press("Save view")),
                see(one + "/edit", "at first", full.key(), view),
                see(one, "wrong", full.key(), view)
                        .from("%s/views/%d/edit".formatted(listPage, view))
                        .then(fill("Name of the view", ""))
                        .then(press("Save view")),
                see(one, "changed meanwhile", full.key(), view)
                        .from("%s/views/%d/edit".formatted(listPage, view))
                        .then(fill("Name of the view", "Another"))
                        .then(Sights::overtake)
                        .then(press("Save view")),
                see(LIST, "in a view, changed", full.key()).query("status=REGISTERED&view=" + view),
                see(LIST, "with its views", full.key()).then(page -> page.open("Views")),
                see(LIST, "with every column", full.key()).query(allColumns),
                see(LIST, "with its columns to choose from", full.key()).then(page -> page.open("Columns")),
                see(LIST, "of all statuses", full.key()),
                see(LIST, "archived", backstage.archived("Put away")),
                see(LIST, "filtered", full.key()).query("status=REGISTERED&reason=agreed&sort=email"),
                see(LIST, "without a match", full.key()).query("q=nobody-has-this-name"),
                see(LIST, "with a form", full.key())
                        .query("status=PENDING_APPROVAL")
                        .then(page -> new MemberList(page.browser).firstRow().openChange()),
                see(LIST, "to a viewer", full.key()).to(viewer),
                see(LIST, "empty", empty.key()),
                see(LIST, "left by everybody", left.key()));
    }

    private List<Sight> member() {
        var longest = scene.longest(full);
        return List.of(
                see(MEMBER, "with everything", full.key(), longest),
                see(MEMBER, "gone", left.key(), scene.gone(left)),
                see(MEMBER + "/status-changes", "refused", full.key(), longest)
                        .from("/programs/%d/members/%d".formatted(full.key(), longest))
                        .then(page -> page.press("Change status " + page.heading())),
                see(MEMBER + "/correction", "at first", full.key(), longest),
                see(MEMBER + "/correction", "with nothing to correct", left.key(), scene.gone(left))
                        .query("status=NOT_IN_PROGRAM"),
                see(MEMBER + "/details", "at first", full.key(), longest),
                see(MEMBER + "/details", "wrong", full.key(), longest)
                        .then(fill("E-mail", ""))
                        .then(press("Save")),
                see(MEMBER + "/details", "changed meanwhile", full.key(), longest)
                        .then(Sights::overtake)
                        .then(press("Save")));
    }

    private List<Sight> people() {
        var person = scene.personOf(scene.longest(full));
        var other = scene.personOf(scene.gone(full));
        var found = "/people/%d/merges/new".formatted(person);
        return List.of(
                see("/people", "everybody"),
                see("/people", "without a match").query("q=nobody-has-this-name"),
                see("/people", "nobody yet").to(backstage.viewerOf(empty)),
                see(PERSON, "with everything", person),
                see(PERSON, "to a viewer", person).to(viewer),
                see(PERSON, "erased", scene.erased()),
                see(PERSON + "/merges/new", "at first", person),
                see(PERSON + "/merges/new", "found", person).query("q=ada"),
                see(PERSON + "/merges/new", "compared", person).query("other=" + other),
                see(PERSON + "/merges", "changed meanwhile", person)
                        .from(found + "?other=" + other)
                        .then(Sights::overtake)
                        .then(press("Merge the two records")),
                see(PERSON + "/erasure", "at first", person),
                see(PERSON + "/erasure", "wrong", person).then(press("Erase for good")));
    }

    private List<Sight> additions() {
        var form = "/programs/%d/members/new".formatted(full.key());
        var unknown = "ada@example.org\n" + "b".repeat(60) + "@example.org";
        return List.of(
                see(LIST + "/new", "one", full.key()),
                see(LIST, "one, wrong", full.key()).from(form).then(press("Add person")),
                see(LIST + "/new", "several", full.key()).query("how=paste"),
                see(LIST, "several, some unreadable", full.key())
                        .from(form + "?how=paste")
                        .then(fill("E-mail addresses", unknown + "\n" + Scene.WORD))
                        .then(press("Preview")),
                see(LIST, "several, previewed", full.key())
                        .from(form + "?how=paste")
                        .then(fill("E-mail addresses", unknown))
                        .then(press("Preview")),
                see(LIST + "/new", "of a program", full.key()).query("how=program"),
                see(LIST, "of no program", full.key())
                        .from(form + "?how=program")
                        .then(press("Preview")));
    }

    private List<Sight> many() {
        return List.of(
                see(MANY, "previewed", full.key()).from(listPage).then(everybodyTo("Registered")),
                see(MANY, "without a status", full.key()).from(listPage).then(everybodyTo("Choose …")),
                see(MANY + "/{changeSetId:\\d+}", "done")
                        .from("/programs/%d/members".formatted(scene.mixed().key()))
                        .then(everybodyTo("Registered"))
                        .then(press("Change 1 member to Registered")),
                see(MANY + "/job/{jobId:\\d+}", "done", full.key(), scene.jobWithOutcome(full)),
                see(MANY + "/{changeSetId:\\d+}/correction", "at first", full.key(), scene.mistake(full)),
                see(MANY + "/job/{jobId:\\d+}/correction", "at first", full.key(), scene.jobWithOutcome(full)),
                see("/jobs", "several").from("/jobs"),
                see("/jobs/{jobId}", "running", scene.job(full, JobState.RUNNING)),
                see("/jobs/{jobId}", "done", scene.job(full, JobState.DONE)),
                see("/jobs/{jobId}", "cancelled", scene.job(full, JobState.CANCELLED)),
                see("/jobs/{jobId}", "failed", scene.job(full, JobState.FAILED)));
    }

    private List<Sight> approvals() {
        var inbox = "/approvals?program=" + full.key();
        var member = backstage.member(full, "Grace Hopper", StatusCode.PENDING_APPROVAL);
        return List.of(
                see("/approvals", "several"),
                see("/approvals", "of one program").query("program=" + full.key()),
                see("/approvals", "nobody put off").query("show=later"),
                see("/approvals/{memberId}", "at first", member),
                see("/approvals/{memberId}/decisions", "wrong")
                        .from("/approvals/" + member)
                        .then(press("Reject Grace Hopper")),
                see("/approvals/decisions", "previewed").from(inbox).then(press("Decide on all 2 who wait")),
                see("/programs/{programId}/approval", "at first", full.key()),
                see("/programs/{programId}/approval", "wrong", full.key())
                        .then(fill("Reject after so many days", "0"))
                        .then(press("Save")));
    }

    private static Consumer<Page> everybodyTo(String status) {
        return page -> {
            var list = new MemberList(page.browser);
            list.choose("New status", status);
            list.pressAll();
        };
    }

    private List<Sight> imports() {
        return List.of(
                see(IMPORTS, "none yet", empty.key()),
                see(IMPORTS, "wrong", full.key()).then(press("Upload and look at it")),
                see(IMPORT + "/mapping", "at first").from(importPage).then(files::upload),
                see(IMPORT + "/mapping", "wrong").from(importPage).then(files::takeNothing),
                see(IMPORT, "checked").from(importPage).then(files::check),
                see(IMPORT, "done").from(importPage).then(files::run),
                see(IMPORTS, "several", full.key()));
    }

    private List<Sight> exports() {
        return List.of(
                see(LIST + "/export", "at first", full.key()),
                see(LIST + "/export", "of who was ticked", full.key())
                        .from(listPage)
                        .then(page -> tickFirst(new MemberList(page.browser)))
                        .then(press("Export ticked")),
                see(EXPORT, "ready", full.key(), exports.ready(full)),
                see(EXPORT, "expired", full.key(), exports.expired(full)),
                see(EXPORT, "stopped", full.key(), exports.stopped(full)));
    }

    private static void tickFirst(MemberList list) {
        list.tick(list.names().getFirst());
    }

    private List<Sight> provider() {
        var link = backstage.linkOf(
                backstage.member(backstage.program("Next week"), "Ada Lovelace", StatusCode.REGISTERED));
        return List.of(
                see("/programs/{programId}/provider", "by hand", full.key()),
                see(
                        "/programs/{programId}/provider",
                        "simulated",
                        scene.sample().key()),
                see(
                        "/programs/{programId}/provider",
                        "connected",
                        simulated.connected().key()),
                see("/programs/{programId}/provider", "left", scene.sample().key())
                        .then(Sights::leaveTheProvider),
                see(
                        "/programs/{programId}/provider/capacity",
                        "smaller",
                        simulated.smaller().key()),
                see("/programs/{programId}/errors", "several", full.key()),
                see("/programs/{programId}/errors", "none", empty.key()),
                see("/errors", "several"),
                see(
                        "/programs/{programId}/cancellations",
                        "one",
                        scene.toCancelByHand().key()),
                see("/programs/{programId}/cancellations", "none", empty.key()),
                see("/go/{link}", "early", link.replace("/go/", "")).to(null),
                see("/go/{link}", "nowhere", "none").to(null));
    }

    private List<Sight> campaigns() {
        var none = campaigns.without(backstage.program("Without campaigns"));
        var sends = campaigns.recipesOn(backstage.program("With recipes"));
        var form = "/programs/%d/campaigns/new".formatted(full.key());
        campaigns.off(full, Scene.WORD);
        return List.of(
                see(CAMPAIGNS, "with recipes", full.key()),
                see(CAMPAIGNS, "to a viewer", full.key()).to(viewer),
                see(CAMPAIGNS, "none", none.key()),
                see(CAMPAIGNS + "/new", "at first", full.key()),
                see(CAMPAIGNS, "one more step", full.key()).from(form).then(Sights::addPlainly),
                see(CAMPAIGNS, "wrong", full.key()).from(form).then(press("Save")),
                see(SENDS, "none", none.key()),
                see(SENDS, "planned", sends.key()));
    }

    /** As without scripts: the answer is a page of its own. */
    private static void addPlainly(Page page) {
        page.browser
                .driver()
                .executeScript("document.querySelectorAll('[hx-post]').forEach(one => one.removeAttribute('hx-post'));"
                        + "document.querySelector('#editor').outerHTML = document.querySelector('#editor').outerHTML");
        page.press("Add a step");
    }

    private List<Sight> campaign() {
        var everything = campaigns.everything(full, Scene.WORD + " 1");
        var done = campaigns.withResults(full, Scene.WORD + " 2");
        var paused = campaigns.paused(full, Scene.WORD + " 3");
        var off = campaigns.off(full, Scene.WORD + " 4");
        var many = backstage.program("Many");
        var large = campaigns.large(many);
        return List.of(
                see(CAMPAIGN, "with results", full.key(), done),
                see(CAMPAIGN, "to a viewer", full.key(), done).to(viewer),
                see(CAMPAIGN, "those who failed", full.key(), done).query("state=FAILED"),
                see(CAMPAIGN, "paused", full.key(), paused).then(Sights::unfold),
                see(CAMPAIGN, "off, with everything", full.key(), everything),
                see(CAMPAIGN + "/edit", "with everything", full.key(), everything),
                see(CAMPAIGN, "changed meanwhile", full.key(), everything)
                        .from("/programs/%d/campaigns/%d/edit".formatted(full.key(), everything))
                        .then(Sights::overtake)
                        .then(press("Save")),
                see(CAMPAIGN + "/dry-run", "off", full.key(), off),
                see(CAMPAIGN + "/dry-run", "before it", full.key(), done),
                see(CAMPAIGN + "/dry-run", "many", many.key(), large),
                see(CAMPAIGN + "/runs", "not typed", many.key(), large)
                        .from("/programs/%d/campaigns/%d/dry-run".formatted(many.key(), large))
                        .then(press("Run now for these 101")));
    }

    private static void leaveTheProvider(Page page) {
        page.root().findElement(By.cssSelector("input[name=kind][value='']")).click();
        page.browser.leave(() -> page.root()
                .findElement(By.cssSelector(".form-card .btn-primary"))
                .click());
    }

    private List<Sight> attendance() {
        var over = scene.over();
        var none = "/programs/%d/unmatched".formatted(over.key());
        var report = scene.report(full);
        var byHand = backstage.program("Attendance by hand");
        return List.of(
                see(REFRESHES, "by hand", full.key()),
                see(REFRESHES, "none yet", scene.over().key()),
                see(REFRESHES + "/files/{fileId}", "long headings", full.key(), report),
                see(REFRESHES + "/files/{fileId}", "not understood")
                        .from("/programs/%d/refreshes/files/%d".formatted(full.key(), report))
                        .then(press("See what it would change")),
                see(REFRESHES + "/files", "one waits", full.key()),
                see(REFRESHES + "/files", "no file")
                        .from("/programs/%d/refreshes/files".formatted(byHand.key()))
                        .then(press("Upload and look at it")),
                see(REFRESHES + "/files", "with a provider", over.key()),
                see(REFRESHES + "/{refreshId}", "done", over.key(), scene.refreshed(over)),
                see(REFRESHES + "/{refreshId}", "failed", over.key(), scene.refreshOf(over, JobState.FAILED)),
                see(REFRESHES + "/{refreshId}", "running", over.key(), scene.refreshOf(over, JobState.RUNNING)),
                see(REFRESHES, "several", over.key()),
                see(UNMATCHED, "several", over.key()),
                see(UNMATCHED, "to a viewer", over.key()).to(backstage.viewerOf(over)),
                see(UNMATCHED, "none dismissed", over.key()).query("show=dismissed"),
                see(UNMATCHED + "/{attendeeId}", "at first").from(none).then(Sights::settleTheFirst),
                see(UNMATCHED + "/{attendeeId}/addition", "wrong")
                        .from(none)
                        .then(Sights::settleTheFirst)
                        .then(fill("E-mail", "nothing"))
                        .then(press("Add as a member who attended")),
                see("/admin/refreshes", "several"));
    }

    private static void settleTheFirst(Page page) {
        page.browser.leave(() -> page.root()
                .findElement(By.cssSelector("#unmatched tbody a.btn"))
                .click());
    }

    private void addWebhook(Page page) {
        page.fill("Name", backstage.unique("Sales"));
        page.fill("Address", "https://hooks.example.org/rollcall");
        page.press("Add");
    }

    private List<Sight> mail() {
        var program = backstage.program("Much mail " + Scene.WORD);
        mail.everything(program, Scene.WORD);
        var inMailbox = mail.letterIn(program, Scene.WORD);
        mail.suppression(Scene.WORD.substring(0, 40));
        var suppressions = "/letters/suppressions";
        return List.of(
                see("/letters", "several"),
                see("/letters", "of a program")
                        .query("program=" + program.key())
                        .then(Sights::unfold),
                see("/letters", "without a match").query("twice=true&state=FAILED"),
                see("/letters", "to a manager").to(backstage.managerOf(program)),
                see("/mailbox", "several"),
                see("/mailbox", "without a match").query("q=nothing-has-this-subject"),
                see("/mailbox/{letterId}", "as HTML", inMailbox),
                see("/mailbox/{letterId}", "dark", inMailbox).query("look=dark"),
                see("/mailbox/{letterId}", "as text", inMailbox).query("show=text"),
                see(suppressions, "several"),
                see(suppressions, "without a match").query("q=nobody-has-this-address"),
                see(suppressions, "wrong").then(press("Send nothing there")),
                see("/u/{signed}", "at first", mail.signed()).to(null),
                see("/u/{signed}", "unsubscribed", mail.signed()).to(null).then(press("Unsubscribe")),
                see("/u/{signed}", "nowhere", "none").to(null));
    }

    private List<Sight> templates() {
        var templates = "/programs/{programId}/templates";
        var one = mail.template(full, Scene.WORD);
        var page = "/programs/%d/templates/%d".formatted(full.key(), one);
        var shared = mail.shared("Shared " + Scene.WORD);
        mail.archived(full, "Old " + Scene.WORD);
        return List.of(
                see(templates, "several", full.key()),
                see(templates, "put away", full.key()).then(Sights::unfold),
                see(templates + "/new", "at first", full.key()),
                see(templates, "wrong", full.key())
                        .from("/programs/%d/templates/new".formatted(full.key()))
                        .then(press("Save")),
                see(templates + "/{templateId}", "with warnings", full.key(), one),
                see(templates + "/{templateId}", "with tokens", full.key(), one).then(Sights::unfold),
                see(templates + "/{templateId}", "as somebody else, dark", full.key(), one)
                        .query("q=a&look=dark&language=de"),
                see(templates + "/{templateId}", "wrong", full.key(), one)
                        .from(page)
                        .then(fill("Subject", "{{" + Scene.WORD))
                        .then(press("Save")),
                see(templates + "/{templateId}", "changed meanwhile", full.key(), one)
                        .from(page)
                        .then(fill("Name", Scene.WORD))
                        .then(Sights::overtake)
                        .then(press("Save")),
                see("/admin/templates", "several"),
                see("/admin/templates/new", "at first"),
                see("/admin/templates/{sharedId}", "at first", shared));
    }

    private long sentAgain(Program program) {
        var member = backstage.member(program, "Dora Lovelace", StatusCode.REGISTERED);
        pages.sentAgain(program, member, Scene.WORD);
        return member;
    }

    private String ownPage(long member) {
        return backstage.statusLinkOf(member).replaceAll("^/s/", "");
    }

    private List<Sight> administration() {
        var connection = simulated.connection();
        var own = ownChannel.channel("Courses " + Scene.WORD);
        ownChannel.add(own, Scene.WORD);
        scene.checked(full);
        return List.of(
                see("/admin/checks", "with findings"),
                see("/admin/connections", "a list"),
                see("/admin/connections/new", "at first").query("provider=zoom"),
                see("/admin/connections", "wrong")
                        .from("/admin/connections/new?provider=gotowebinar")
                        .then(press("Store and check")),
                see("/admin/connections/{connectionId}", "in use", connection),
                see("/admin/connections/{connectionId}", "that tells", simulated.telling()),
                see("/admin/channels", "a list"),
                see("/admin/channels", "wrong").then(press("Add channel")),
                see(
                        "/admin/channels/{channelId}",
                        "built in",
                        channels.webinar().id()),
                see("/admin/channels/{channelId}", "with a status of its own", own.id()),
                see("/admin/channels/{channelId}", "wrong", own.id())
                        .then(fill("Step of Invited", "90"))
                        .then(press("Save channel")),
                see("/admin/channels/{channelId}", "overtaken", own.id())
                        .then(Sights::overtake)
                        .then(press("Save channel")),
                see("/admin/channels/{channelId}/statuses", "wrong", own.id())
                        .from("/admin/channels/" + own.id())
                        .then(press("Add status")),
                see("/admin/users", "a list"),
                see("/admin/users/new", "at first"),
                see("/admin/users", "wrong").from("/admin/users/new").then(press("Invite and make a link")),
                see("/admin/users/{userId}", "somebody else", viewer.id()),
                see("/admin/users/{userId}", "with a link", viewer.id()).then(press("Make a new invitation")),
                see("/admin/users/{userId}", "myself", administrator.id()),
                see("/admin/webhooks", "at first"),
                see("/admin/webhooks", "with a key").then(this::addWebhook),
                see("/admin/webhooks", "wrong").then(press("Add")),
                see("/admin/audit", "all"),
                see("/admin/audit", "without a match").query("to=2001-01-01"));
    }

    private List<Sight> simulator() {
        var webinar = simulated.withRegistrants(full);
        var live = backstage.program("On the air");
        return List.of(
                see("/admin/simulator", "a list"),
                see(SIMULATED, "not started", webinar),
                see(SIMULATED + "/settings", "wrong", webinar)
                        .from("/admin/simulator/" + webinar)
                        .then(fill("Capacity", "many"))
                        .then(press("Save settings")),
                see(SIMULATED, "live", simulated.withRegistrants(live))
                        .then(press("Start the webinar"))
                        .then(page -> page.open("End the webinar…"))
                        .then(Sights::unfold),
                see(SIMULATED, "without anybody", simulated.empty(empty)),
                see(SIMULATED, "without a match", webinar).query("q=nobody-has-this-name"),
                see("/simulated/{token}", "to come", simulated.token(full)).to(null),
                see("/simulated/{token}", "live", simulated.token(live)).to(null),
                see("/simulated/{token}", "nowhere", "none").to(null));
    }

    /** Everything that can be opened, as if somebody had. */
    private static void unfold(Page page) {
        page.browser
                .driver()
                .executeScript("document.querySelectorAll('main details').forEach(one => { one.open = true; })");
    }

    private List<Sight> waitlist() {
        var program = scene.withWaitlist();
        var path = "/programs/{programId}/waitlist";
        return List.of(
                see(path, "one has an offer", program.key()),
                see(path, "to a viewer", program.key()).to(backstage.viewerOf(program)),
                see(path, "nobody", empty.key()),
                see(path + "/history", "some", program.key()),
                see(path + "/settings", "at first", program.key()),
                see(path + "/{memberId:[0-9]+}", "why", program.key(), scene.waitsIn(program)),
                see("/o/{offer}", "open", scene.offerIn(program)).to(null),
                see("/o/{offer}", "nowhere", "none").to(null));
    }

    private List<Sight> errors() {
        return List.of(
                see(LIST, "bad request", full.key()).query("sort=nonsense").refused(400),
                see("/admin/users", "forbidden").to(viewer).refused(403),
                see("/nowhere", "not found").refused(404),
                see("/admin/sample", "wrong method").refused(405),
                see(IMPORT + "/confirmation", "conflict")
                        .from(importPage)
                        .then(files::runUnchecked)
                        .refused(409),
                see(IMPORTS, "too large", full.key()).then(files::uploadTooMuch).refused(413));
    }

    private static Consumer<Page> press(String button) {
        return page -> page.press(button);
    }

    private static Consumer<Page> fill(String label, String text) {
        return page -> page.fill(label, text);
    }

    /** As if somebody else had stored a change since the page was opened. */
    private static void overtake(Page page) {
        page.browser.driver().executeScript("document.querySelector('[name=version]').value = 99");
    }
}
