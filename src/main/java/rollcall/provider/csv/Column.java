package rollcall.provider.csv;

import java.util.List;

/** What a column of a report is taken as, with the headings it usually has, the surest first, as {@link ReportHeadings#key} writes them. */
enum Column {
    EMAIL(
            "email",
            "emailaddress",
            "useremail",
            "attendeeemail",
            "mail",
            "epost",
            "epostadress",
            "mejl",
            "participantid",
            "participantidupn"),
    FIRST_NAME("firstname", "givenname", "fornamn"),
    LAST_NAME("lastname", "surname", "familyname", "efternamn"),
    FULL_NAME("name", "fullname", "attendeename", "participantname", "displayname", "username", "namn", "deltagare"),
    REGISTRANT_ID("registrantid", "registrantkey", "eventuserid", "registrationid"),
    /** Yes or no. */
    ATTENDED("attended", "attendedlive", "deltog", "narvaro"),
    JOINED("jointime", "firstjoin", "firstjointime", "joined", "joinedtime", "firstliveactivity", "forstaanslutning"),
    LEFT("leavetime", "lastleave", "lastleavetime", "left", "lefttime", "lastliveactivity", "senasteutgang"),
    /** How long they were there live, or in the way that {@link #KIND} or the file says. */
    MINUTES(
            "timeinsession",
            "inmeetingduration",
            "liveminutes",
            "liveduration",
            "timeattendedlive",
            "attendanceduration",
            "attendancetimeinseconds",
            "totalattendanceinseconds",
            "minutes",
            "minutesattended",
            "timeattended",
            "duration",
            "minuter",
            "varaktighet",
            "tidimotet"),
    ON_DEMAND_MINUTES(
            "archiveminutes", "archiveduration", "ondemandminutes", "ondemandduration", "timeattendedondemand"),
    /** Live or on-demand, in words. */
    KIND("usage", "attendancetype", "viewtype", "viewingtype", "sessiontype"),
    ROLE("role", "roll", "participanttype", "attendeetype", "attendeerole"),
    LEAVE_OUT;

    private final List<String> headings;

    Column(String... headings) {
        this.headings = List.of(headings);
    }

    /** How unsure it is that a column with that heading is this; 0 is the surest, negative when it is not. */
    int rank(String key) {
        return headings.indexOf(key);
    }

    public String messageKey() {
        return "csv.column." + name();
    }
}
