package rollcall.transfer;

import static rollcall.transfer.Target.COMPANY;
import static rollcall.transfer.Target.COUNTRY;
import static rollcall.transfer.Target.EMAIL;
import static rollcall.transfer.Target.FIRST_NAME;
import static rollcall.transfer.Target.FULL_NAME;
import static rollcall.transfer.Target.JOB_TITLE;
import static rollcall.transfer.Target.JOIN_LINK;
import static rollcall.transfer.Target.LANGUAGE;
import static rollcall.transfer.Target.LAST_NAME;
import static rollcall.transfer.Target.LEAVE_OUT;
import static rollcall.transfer.Target.PHONE;
import static rollcall.transfer.Target.REGISTRANT_ID;
import static rollcall.transfer.Target.SINCE;
import static rollcall.transfer.Target.STATUS;
import static rollcall.transfer.Target.STATUS_REASON;
import static rollcall.transfer.Target.ZONE;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import rollcall.person.EmailAddress;
import rollcall.web.Text;

/**
 * The headings that columns usually have: those of Zoom's, GoTo Webinar's, ON24's and Marketo's exports, the plain ones
 * in English and Swedish, the usual German ones, and our own. Case, accents, spaces, punctuation and what stands in brackets do not matter.
 */
final class Headings {

    /** Per target, the surer heading first. */
    private static final Map<Target, List<String>> KNOWN = Map.ofEntries(
            known(EMAIL, """
                email emailaddress useremail mail epost epostadress mejl mejladress emailadresse mailadresse
                mailadress workemail businessemail attendeeemail registrantemail\
                """),
            known(FIRST_NAME, "firstname givenname forename fornamn tilltalsnamn vorname first fname"),
            known(LAST_NAME, "lastname surname familyname efternamn nachname last lname"),
            known(FULL_NAME, """
                name fullname username displayname namn fullstandigtnamn helanamnet attendeename
                registrantname participantname deltagarnamn\
                """),
            known(COMPANY, """
                company companyname organization organisation org account foretag foretagsnamn bolag firma
                organizationname accountname employer organisationsnamn arbetsgivare\
                """),
            known(JOB_TITLE, "jobtitle title position titel befattning yrkestitel roll"),
            known(PHONE, """
                phone phonenumber workphone telephone mobile mobilephone telefon telefonnummer mobil
                businessphone workphonenumber cellphone mobilenumber mobiltelefon mobilnummer\
                """),
            known(COUNTRY, "country countryregion countryregionname countrycode land landskod"),
            known(LANGUAGE, "language locale preferredlanguage sprak"),
            known(ZONE, "timezone tidszon"),
            known(STATUS, """
                status programstatus memberstatus programmemberstatus registrantstatus attendancestatus
                medlemsstatus anmalningsstatus deltagarstatus statusname attended deltog approvalstatus
                registrationstatus\
                """),
            known(STATUS_REASON, "statusreason programstatusreason reason statusorsak orsak anledning"),
            known(SINCE, """
                statussince statussedan lastchange senastandrad since sedan registrationtime
                registrationdate registrationdatetime registrationtimestamp registereddate registeredon
                registereddatetime registeredtime dateregistered dateofregistration regdate signupdate
                membershipdate memberdate createtimestamp registeredat registreringsdatum registreringstid
                registreradden anmald anmalningsdatum anmalningstid anmaldden medlemsdatum\
                """),
            known(REGISTRANT_ID, """
                registrantid eventuserid registrantkey registrationid registrationkey registrationcode
                registrant anmalningsid anmalningsnummer anmalningskod registreringsid\
                """),
            known(JOIN_LINK, """
                joinlink joinurl webinarurl webinarlink personaljoinlink personallink uniquejoinurl
                registrantjoinurl anslutningslank deltagarlank webbinarielank personliglank\
                """),
            known(LEAVE_OUT, """
                success successdate reachedsuccess reachedsuccessdate attended deltog approvalstatus isguest
                membershipdate medlemsdatum jointime leavetime timeinsession username name namn rollcallline
                rollcallreason rollcallfurthercells rollcallrad rollcallorsak rollcallytterligareceller\
                """));

    private static final Map<String, Map<Target, Integer>> RANKS = ranks();

    private static final Pattern BRACKETS = Pattern.compile("\\([^)]*\\)|\\[[^]]*]");
    private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Headings() {}

    private static Map.Entry<Target, List<String>> known(Target target, String headings) {
        return Map.entry(target, List.of(headings.split("\\s+")));
    }

    private static Map<String, Map<Target, Integer>> ranks() {
        var ranks = new HashMap<String, Map<Target, Integer>>();
        KNOWN.forEach((target, headings) -> {
            for (int i = 0; i < headings.size(); i++) {
                ranks.computeIfAbsent(headings.get(i), heading -> new HashMap<>())
                        .put(target, i);
            }
        });
        return ranks;
    }

    /** What makes two headings the same. */
    static String key(String heading) {
        var bare = BRACKETS.matcher(heading).replaceAll("");
        return PUNCTUATION.matcher(Text.searchable(bare)).replaceAll("");
    }

    /** What a column with that heading may be, with how unsure it is: 0 is the surest. */
    static Map<Target, Integer> meanings(String heading) {
        return RANKS.getOrDefault(key(heading), Map.of());
    }

    /** How many known headings stand in that row; none in a row of data. */
    static int known(CsvRow row) {
        return holdsAddress(row)
                ? 0
                : (int) row.cells().stream()
                        .filter(cell -> !meanings(cell).isEmpty())
                        .count();
    }

    static boolean holdsAddress(CsvRow row) {
        return row.cells().stream().anyMatch(cell -> EmailAddress.parse(cell).isPresent());
    }

    /** Whether the column says yes or no to the question who was there. */
    static boolean asksWhoAttended(String heading) {
        return List.of("attended", "deltog").contains(key(heading));
    }
}
