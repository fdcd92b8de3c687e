package rollcall.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import rollcall.campaign.Audience.Group;
import rollcall.campaign.Audience.Match;
import rollcall.campaign.EventTime.Unit;
import rollcall.campaign.Step.Choice;
import rollcall.program.WebinarChannel;

class SentencesTest {

    private final Sentences english = in(Locale.ENGLISH);
    private final Sentences swedish = in(Locale.of("sv"));

    private static Sentences in(Locale locale) {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/campaign", "messages/program", "messages/member", "messages/person");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        var words = new Words(messages, locale);
        var statuses = new LinkedHashMap<String, String>();
        WebinarChannel.WEBINAR.statuses().forEach(one -> statuses.put(one.key(), words.say("status." + one.key())));
        return new Sentences(
                words,
                new Names(
                        statuses,
                        Map.of(7L, "Thanks"),
                        Map.of(8L, "Follow-up"),
                        Map.of(9L, "Autumn launch"),
                        Map.of(10L, "CRM")));
    }

    @Test
    void triggersInEnglishAndSwedish() {
        assertThat(Everything.triggers().stream().map(english::of))
                .containsExactly(
                        "the status is changed from Invited to Waitlisted or Registered through import with “agreed”"
                                + " in the reason",
                        "the status is changed",
                        "somebody fills out the form",
                        "somebody fills out the form who is in already",
                        "a person is added to the program",
                        "the registration is accepted",
                        "the registration fails",
                        "attendance arrives",
                        "a seat comes free",
                        "a seat is offered to somebody who waits",
                        "1 hour before the start",
                        "at the end",
                        "the campaign is asked for");
        assertThat(Everything.triggers().stream().map(swedish::of))
                .containsExactly(
                        "statusen ändras från Inbjuden till Väntelista eller Registrerad genom import med ”agreed” i"
                                + " orsaken",
                        "statusen ändras",
                        "någon fyller i formuläret",
                        "någon som redan är med fyller i formuläret",
                        "en person läggs till i programmet",
                        "registreringen godtas",
                        "registreringen misslyckas",
                        "närvaron kommer in",
                        "en plats blir ledig",
                        "en plats erbjuds någon som väntar",
                        "1 timme före starten",
                        "vid slutet",
                        "kampanjen begärs");
    }

    @Test
    void schedulesInEnglishAndSwedish() {
        assertThat(Everything.schedules().stream().map(english::of))
                .containsExactly(
                        "at 3 Sept 2026, 16:00 (Europe/Stockholm)",
                        "every day at 09:00 (Europe/Stockholm)",
                        "every Monday and Friday at 09:30 (Europe/Stockholm)",
                        "on day 31 of every month at 09:00 (Europe/Stockholm)");
        assertThat(Everything.schedules().stream().map(swedish::of))
                .containsExactly(
                        "3 sep. 2026, 16:00 (Europe/Stockholm)",
                        "varje dag kl. 09:00 (Europe/Stockholm)",
                        "varje måndag och fredag kl. 09:30 (Europe/Stockholm)",
                        "dag 31 i varje månad kl. 09:00 (Europe/Stockholm)");
    }

    @Test
    void conditionsInEnglishAndSwedish() {
        assertThat(Everything.conditions().stream().map(one -> english.of(Audience.of(one))))
                .containsExactly(
                        "Members where the status is No Show or Attended",
                        "Members where the status was changed to Invited since 3 Sept 2026",
                        "Members where the status was changed to Invited",
                        "Members where the status reason contains “by phone”",
                        "Members where success is reached",
                        "Members where success is not reached",
                        "Members where they came into the program from 3 Sept 2026 on",
                        "Members where the status was last changed up to 3 Sept 2026",
                        "Members where success was reached from 3 Sept 2026 on up to 4 Sept 2026",
                        "Members where Company contains “Ltd”",
                        "Members where Phone is empty",
                        "Members where the answer to “Allergies?” is “none”",
                        "Members where the answer to “Allergies?” begins with “n”",
                        "Members where they came in through by hand or import",
                        "Members where the registration is accepted",
                        "Members where they opened the form",
                        "Members where they did not open the form",
                        "Members where they attended live for at least 30 minutes",
                        "Members where they watched the recording for less than 1 minute");
        assertThat(Everything.conditions().stream().map(one -> swedish.of(Audience.of(one))))
                .hasSize(19)
                .contains("Medlemmar där statusen är Uteblev eller Deltog", "Medlemmar där Telefon är tomt");
    }

    @Test
    void groupsInEnglishAndSwedish() {
        var attended = new Condition.StatusIs(Set.of("ATTENDED"));
        var success = new Condition.Success(true);
        var opened = new Condition.OpenedForm(true);
        var audience = new Audience(List.of(
                new Group(Match.ALL, List.of(attended)),
                new Group(Match.ANY, List.of(success, opened)),
                new Group(Match.NONE, List.of(success, opened))));
        assertThat(english.of(audience))
                .isEqualTo("Members where the status is Attended, (success is reached or they opened the form) and (it"
                        + " is not so that success is reached or they opened the form)");
        assertThat(english.of(Audience.EVERYBODY)).isEqualTo("Everybody in the program");
        assertThat(swedish.of(Audience.EVERYBODY)).isEqualTo("Alla i programmet");
        assertThat(english.of(new Audience(List.of(new Group(Match.ANY, List.of(attended, success))))))
                .isEqualTo("Members where the status is Attended or success is reached");
    }

    @Test
    void actionsInEnglishAndSwedish() {
        assertThat(Everything.actions().stream().map(english::of))
                .containsExactly(
                        "send “Thanks”",
                        "set the status Registered",
                        "set the status Rejected with the reason “a competitor”",
                        "wait 2 days",
                        "wait until 3 Sept 2026, 16:00 (Europe/Stockholm)",
                        "wait until 1 hour before the start",
                        "notify the managers: “Look”",
                        "call the webhook “CRM”",
                        "add to the program “Autumn launch” as Invited",
                        "ask for the campaign “Follow-up”",
                        "take out of the flow",
                        "do nothing");
        assertThat(Everything.actions().stream().map(swedish::of))
                .containsExactly(
                        "skicka ”Thanks”",
                        "sätt statusen Registrerad",
                        "sätt statusen Avvisad med orsaken ”a competitor”",
                        "vänta 2 dagar",
                        "vänta till 3 sep. 2026, 16:00 (Europe/Stockholm)",
                        "vänta till 1 timme före starten",
                        "meddela programansvariga: ”Look”",
                        "anropa webhooken ”CRM”",
                        "lägg till i programmet ”Autumn launch” som Inbjuden",
                        "begär kampanjen ”Follow-up”",
                        "ta ut ur flödet",
                        "gör ingenting");
    }

    @Test
    void wholeCampaignsInOneSentence() {
        var attended = new Trigger.StatusChanged(Set.of(), Set.of("ATTENDED"), Set.of(), "");
        var followUp = definition(
                List.of(attended), null, Step.of(new Action.WaitFor(1, Unit.HOURS)), Step.of(new Action.SendMail(7)));
        assertThat(english.of(followUp))
                .isEqualTo("When the status is changed to Attended: wait 1 hour, then send “Thanks”");
        assertThat(swedish.of(followUp))
                .isEqualTo("När statusen ändras till Deltog: vänta 1 timme, sedan skicka ”Thanks”");

        var several =
                List.<Trigger>of(attended, new Trigger.FormFilledOut(), new Trigger.Around(Everything.HOUR_BEFORE));
        assertThat(english.of(definition(several, Everything.schedules().get(1), Step.of(new Action.SendMail(404)))))
                .isEqualTo("When the status is changed to Attended, when somebody fills out the form, 1 hour before the"
                        + " start or every day at 09:00 (Europe/Stockholm): send something that is gone");
        assertThat(english.of(Definition.EMPTY)).isEqualTo("When somebody runs it: do nothing");
    }

    private static Definition definition(List<Trigger> triggers, Schedule schedule, Step... steps) {
        return new Definition(triggers, schedule, Audience.EVERYBODY, List.of(steps), Again.ONCE, 50);
    }

    @Test
    void aStepWithChoices() {
        var step = new Step(
                List.of(
                        new Choice(Audience.of(new Condition.Success(true)), new Action.SendMail(7)),
                        new Choice(Audience.EVERYBODY, new Action.Remove())),
                new Action.Nothing());
        assertThat(english.of(step))
                .isEqualTo("if success is reached, send “Thanks”; if they are in the program, take out of the flow;"
                        + " otherwise do nothing");
        assertThat(swedish.of(step))
                .isEqualTo("om framgång är uppnådd, skicka ”Thanks”; om de är i programmet, ta ut ur flödet; annars gör"
                        + " ingenting");
    }

    @Test
    void howOften() {
        var all = new ArrayList<String>();
        for (var again : List.of(
                Again.ONCE,
                new Again(Again.Often.ONCE, 0, true),
                new Again(Again.Often.ONCE, 0, false),
                new Again(Again.Often.EVERY_TIME, 0, null),
                new Again(Again.Often.DAYS, 30, null))) {
            all.add(english.of(again) + " / " + swedish.of(again));
        }
        assertThat(all)
                .containsExactly(
                        "each member once / varje medlem en gång",
                        "each member once, and again when they register anew / varje medlem en gång, och igen när de"
                                + " registrerar sig på nytt",
                        "each member once, also when they register anew / varje medlem en gång, också när de"
                                + " registrerar sig på nytt",
                        "each member every time / varje medlem varje gång",
                        "each member once every 30 days / varje medlem en gång per 30 dagar");
    }
}
