package rollcall.member;

import java.util.List;

/** What a program asks people who register. Each room that asks declares a bean of this type; lists and files then have room for answers. */
public interface FormQuestions {

    /** The names under which answers stand on memberships, in the order in which they are asked. */
    List<String> of(long programId);
}
