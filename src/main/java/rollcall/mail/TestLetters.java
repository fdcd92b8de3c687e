package rollcall.mail;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rollcall.program.Actor;

@Component
class TestLetters {

    void write(Shelf shelf, @Nullable Long memberId, Actor to) {}
}
