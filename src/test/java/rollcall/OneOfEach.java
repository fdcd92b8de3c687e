package rollcall;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import rollcall.account.Accounts;
import rollcall.account.NewAccount;
import rollcall.account.Rights;
import rollcall.account.Role;
import rollcall.campaign.CampaignFixture;
import rollcall.job.Jobs;
import rollcall.mail.MailFixture;
import rollcall.mail.MailScene;
import rollcall.member.Cause;
import rollcall.member.ChangeSet;
import rollcall.member.Newcomer;
import rollcall.member.OfferLinks;
import rollcall.member.PersonalLinks;
import rollcall.member.StatusChanges;
import rollcall.member.StatusLinks;
import rollcall.member.StatusRequest;
import rollcall.member.ViewFixture;
import rollcall.person.Known;
import rollcall.person.People;
import rollcall.person.PersonDetails;
import rollcall.program.Actor;
import rollcall.program.ProgramPlan;
import rollcall.program.Programs;
import rollcall.program.StatusCode;
import rollcall.provider.ConnectionFixture;
import rollcall.provider.EventRef;
import rollcall.provider.RefreshFixture;
import rollcall.provider.RegistrationOutcome.Accepted;
import rollcall.provider.RegistrationRequest;
import rollcall.provider.Webinars;
import rollcall.provider.csv.ReportFixture;
import rollcall.registration.PublicScene;
import rollcall.testing.SignedIn;

/** One thing of each kind that an address can name, made anew for each route that is asked. */
@TestComponent
class OneOfEach {

    static final MockMultipartFile FILE = new MockMultipartFile(
            "file",
            "people.csv",
            "text/csv",
            "Email,First Name\nada@example.org,Ada\n".getBytes(StandardCharsets.UTF_8));

    private final Programs programs;
    private final People people;
    private final StatusChanges changes;
    private final Jobs jobs;
    private final Accounts accounts;
    private final Webinars webinars;
    private final PersonalLinks links;
    private final OfferLinks offers;
    private final StatusLinks statusLinks;
    private final RefreshFixture refreshes;
    private final ReportFixture reports;
    private final ConnectionFixture connections;
    private final CampaignFixture campaigns;
    private final MailFixture templates;
    private final MailScene mail;
    private final PublicScene pages;
    private final ViewFixture views;
    private final MockMvcTester mvc;

    OneOfEach(
            Programs programs,
            People people,
            StatusChanges changes,
            Jobs jobs,
            Accounts accounts,
            Webinars webinars,
            PersonalLinks links,
            OfferLinks offers,
            StatusLinks statusLinks,
            RefreshFixture refreshes,
            ReportFixture reports,
            ConnectionFixture connections,
            CampaignFixture campaigns,
            MailFixture templates,
            MailScene mail,
            PublicScene pages,
            ViewFixture views,
            MockMvcTester mvc) {
        this.programs = programs;
        this.people = people;
        this.changes = changes;
        this.jobs = jobs;
        this.accounts = accounts;
        this.webinars = webinars;
        this.links = links;
        this.offers = offers;
        this.statusLinks = statusLinks;
        this.refreshes = refreshes;
        this.reports = reports;
        this.connections = connections;
        this.campaigns = campaigns;
        this.templates = templates;
        this.mail = mail;
        this.pages = pages;
        this.views = views;
        this.mvc = mvc;
    }

    /** A fresh thing in that program for a variable in an address, by the variable's name. */
    Object fresh(String variable, long programId) {
        return switch (variable) {
            case "id", "programId" -> programId;
            case "memberId" -> joined(programId, null).outcomes().getFirst().memberId();
            case "viewId" -> views.shared(programs.get(programId));
            case "personId" -> joined(programId, null).outcomes().getFirst().personId();
            case "changeSetId" -> joined(programId, null).id();
            case "jobId" -> job(programId);
            case "refreshId" -> refreshes.refreshOf(programs.get(programId));
            case "attendeeId" -> refreshes.strangerIn(programs.get(programId));
            case "connectionId" ->
                connections.connection("gotowebinar", Map.of("client-id", "client-1", "client-secret", "s3cret"));
            case "importId" -> importInto(programId);
            case "fileId" -> reports.report(programs.get(programId));
            case "userId" -> user();
            case "webhookId" -> campaigns.webhook();
            case "kind" -> "gotowebinar";
            case "secret" -> "none";
            case "webinarId" -> simulated(programId).externalId();
            case "registrantId" -> registered(programId).registrant().registrantId();
            case "token" -> registered(programId).link().uri().getPath().replaceAll("^.*/", "");
            case "letterId" -> mail.letterIn(programs.get(programId), "Hello");
            case "suppressionId" -> mail.suppression("somebody");
            case "key" -> pages.question(programs.get(programId));
            case "own" ->
                statusLinks
                        .of(joined(programId, null).outcomes().getFirst().memberId())
                        .replaceAll("^/s/", "");
            case "slug" -> pages.slugOf(programs.get(programId));
            case "signed" -> mail.signed();
            case "campaignId" -> campaigns.some(programs.get(programId));
            case "templateId" -> templates.template(programId);
            case "sharedId" -> templates.shared();
            case "calendar" ->
                templates.calendar(joined(programId, null).outcomes().getFirst().memberId());
            case "offer" ->
                offers.of(joined(programId, null).outcomes().getFirst().memberId(), Instant.EPOCH)
                        .replaceAll("^/o/", "");
            case "link" ->
                links.of(joined(programId, null).outcomes().getFirst().memberId())
                        .replaceAll("^/go/", "");
            default -> throw new IllegalArgumentException("Say here how to make a " + variable + ".");
        };
    }

    /** Nobody else's: what is asked may disable it. */
    private long user() {
        var email = UUID.randomUUID() + "@example.org";
        return accounts.create(Actor.SYSTEM, new NewAccount(email, "Somebody", Rights.everywhere(Role.VIEWER)))
                .id();
    }

    private long job(long programId) {
        var job = jobs.start("bulk", programId, Actor.SYSTEM, 0, "", null);
        joined(programId, job);
        return job;
    }

    private ChangeSet joined(long programId, @Nullable Long job) {
        return changes.join(asked(programId, job), List.of(somebody()));
    }

    private static StatusRequest asked(long programId, @Nullable Long job) {
        return new StatusRequest(
                programId,
                StatusCode.PENDING_APPROVAL.name(),
                "",
                Cause.PERSON,
                Actor.SYSTEM,
                null,
                null,
                false,
                false,
                job);
    }

    private String importInto(long programId) {
        var uploaded = mvc.post()
                .uri("/programs/{id}/imports", programId)
                .multipart()
                .file(FILE)
                .with(csrf())
                .with(SignedIn.administrator())
                .exchange();
        return uploaded.getResponse().getRedirectedUrl().replaceAll("^.*/imports/(\\d+).*$", "$1");
    }

    private EventRef simulated(long programId) {
        return webinars.choose(programs.get(programId), "simulator").event();
    }

    private Accepted registered(long programId) {
        var event = simulated(programId);
        var provider = webinars.providerOf(webinars.of(programId).orElseThrow());
        return (Accepted) provider.register(event, new RegistrationRequest(1, anybody(), Map.of()));
    }

    private Newcomer somebody() {
        var details = anybody();
        return Newcomer.of(people.bring(List.of(details), Known.LEAVE).getFirst());
    }

    private static PersonDetails anybody() {
        return PersonDetails.ofEmail(UUID.randomUUID() + "@example.org");
    }

    long program() {
        var start = Instant.parse("2026-05-01T10:00:00Z");
        var plan = new ProgramPlan(
                "A program", "", start, start.plusSeconds(3600), ZoneId.of("UTC"), null, true, true, false, null);
        return programs.create(Actor.SYSTEM, plan).key();
    }
}
