package rollcall.provider.zoom;

import java.security.SecureRandom;
import java.util.LinkedHashMap;

/**
 * Reports that are being read, page by page, with what their earlier pages said. They are held by this node alone, and only
 * the last few: one that is not here any more is begun anew.
 */
final class OpenReports {

    private static final int MOST = 8;

    private final LinkedHashMap<String, Report> open = new LinkedHashMap<>(MOST, 0.75f, true);
    private final SecureRandom random = new SecureRandom(); // so that no node answers to another's number

    /**
     * @param registrants the visits of those whom Zoom knows as registrants, by their ids
     * @param others of those who came otherwise, by address
     */
    record Report(String number, Visits registrants, Visits others) {}

    synchronized Report begin() {
        var number = Long.toString(random.nextLong() >>> 1, Character.MAX_RADIX);
        var report = new Report(number, new Visits(), new Visits());
        open.put(report.number(), report);
        while (open.size() > MOST) {
            open.remove(open.keySet().iterator().next());
        }
        return report;
    }

    /** @throws StaleMark when it is not here any more */
    synchronized Report get(String number) {
        var report = open.get(number);
        if (report == null) {
            throw new StaleMark();
        }
        return report;
    }

    synchronized void end(Report report) {
        open.remove(report.number());
    }
}
