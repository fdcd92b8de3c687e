package rollcall.registration;

/** How much fits in a form. */
final class FormLimits {

    static final int MOST_FIELDS = 50;
    static final int MOST_OPTIONS = 100;

    /** Of one option. */
    static final int LONGEST_OPTION = 200;

    /** Of all options of a field together, so that whoever chooses all of them has an answer that can be stored. */
    static final int LONGEST_OPTIONS = 9_000;

    static final int LONGEST_LABEL = 200;
    static final int LONGEST_HELP = 500;
    static final int LONGEST_WORDING = 2_000;

    private FormLimits() {}
}
