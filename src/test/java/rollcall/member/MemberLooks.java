package rollcall.member;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import rollcall.bench.Ground;
import rollcall.program.Program;

/**
 * A page of a list of members as a manager asks for it.
 *
 * @param wanted the query of its address; {@code {last}} stands for the number of the last one who was brought in, and
 *     {@code {middle}} for the id of the one in the middle, by name
 * @param plainest which members stand there, in what order: a condition that is a stretch of one index
 */
record MemberLooks(String title, String wanted, String plainest) {

    static final List<MemberLooks> ALL = List.of(
            new MemberLooks(
                    "first",
                    "",
                    "m.status <> 'NOT_IN_PROGRAM' and m.name_key >= '' order by m.program_id, m.name_key, m.id"),
            new MemberLooks(
                    "one status",
                    "status=REGISTERED",
                    "m.status = 'REGISTERED' order by m.program_id, m.status, m.name_key, m.id"),
            new MemberLooks(
                    "by e-mail address",
                    "sort=email",
                    "m.status <> 'NOT_IN_PROGRAM' and m.email_key >= '' order by m.program_id, m.email_key, m.id"),
            new MemberLooks(
                    "the last to join first",
                    "sort=joined",
                    "m.status <> 'NOT_IN_PROGRAM' and m.joined_at <= timestamp with time zone '9999-01-01 00:00:00+00'"
                            + " order by m.program_id desc, m.joined_at desc, m.id desc"),
            new MemberLooks(
                    "the last change first",
                    "sort=changed",
                    "m.status <> 'NOT_IN_PROGRAM' and m.changed_at <= timestamp with time zone '9999-01-01"
                            + " 00:00:00+00' order by m.program_id desc, m.changed_at desc, m.id desc"),
            new MemberLooks(
                    "names that many begin with",
                    "q=last1",
                    "m.name_key >= 'last1' and m.name_key < 'last2' order by m.program_id, m.name_key, m.id"),
            new MemberLooks(
                    "a name that one has",
                    "q=last{last}",
                    "m.name_key >= 'last{last}' and m.name_key < 'last{last}z' order by m.program_id, m.name_key,"
                            + " m.id"),
            new MemberLooks(
                    "addresses that many begin with",
                    "q=p1",
                    "m.email_key >= 'p1' and m.email_key < 'p2' order by m.program_id, m.email_key, m.id"),
            new MemberLooks(
                    "an address that one has",
                    "q=p{last}@",
                    "m.email_key >= 'p{last}@' and m.email_key < 'p{last}@z' order by m.program_id, m.email_key, m.id"),
            new MemberLooks(
                    "a fragment inside",
                    "q=ast{last}",
                    "m.name_key >= 'ast{last}' and m.name_key < 'ast{last}z' order by m.program_id, m.name_key, m.id"),
            new MemberLooks(
                    "next from the middle",
                    "after={middle}",
                    "m.name_key > :middle order by m.program_id, m.name_key, m.id"),
            new MemberLooks(
                    "previous from the middle",
                    "before={middle}",
                    "m.name_key < :middle order by m.program_id desc, m.name_key desc, m.id desc"));

    /** A statement and what stands for its names, but for {@code most}, how many lines there are to be. */
    record Floor(String sql, Map<String, Object> params) {}

    String address(Ground ground, Program program) {
        return "/programs/%d/members?%s".formatted(program.key(), query(ground, program));
    }

    String query(Ground ground, Program program) {
        return filledIn(wanted, ground, program);
    }

    Floor floor(Ground ground, Program program) {
        var sql = "select m.id, p.first_name, p.last_name, p.email from member m join person p on p.id = m.person_id"
                + " where m.program_id = :program and " + filledIn(plainest, ground, program) + " limit :most";
        var params = new HashMap<String, Object>(Map.of("program", program.key()));
        params.put("middle", "last" + middle(size(ground, program)));
        return new Floor(sql, params);
    }

    private static String filledIn(String text, Ground ground, Program program) {
        var size = size(ground, program);
        return text.replace("{last}", Long.toString(size - 1))
                .replace("{middle}", text.contains("{middle}") ? idOf(ground, program, middle(size)) : "");
    }

    /** Names are in the order of digits as letters: half of them begin with less than a five. */
    private static long middle(long size) {
        return size / 2;
    }

    private static String idOf(Ground ground, Program program, long number) {
        return ground.jdbc()
                .sql("select id from member where program_id = :program and name_key like :name")
                .param("program", program.key())
                .param("name", "last" + number + " %")
                .query(String.class)
                .single();
    }

    private static long size(Ground ground, Program program) {
        return ground.bean(Members.class).counts(program.key()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
