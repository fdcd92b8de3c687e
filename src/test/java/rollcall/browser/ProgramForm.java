package rollcall.browser;

import rollcall.testing.Browser;

final class ProgramForm extends Page {

    ProgramForm(Browser browser) {
        super(browser);
    }

    void starts(String date, String time) {
        set("Starts: date", date);
        set("Starts: time", time);
    }

    void ends(String date, String time) {
        set("Ends: date", date);
        set("Ends: time", time);
    }
}
