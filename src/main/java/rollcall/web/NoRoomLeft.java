package rollcall.web;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A file could not be stored, for want of room in most cases; nothing of it is left behind. */
@ResponseStatus(HttpStatus.INSUFFICIENT_STORAGE)
public class NoRoomLeft extends RuntimeException {

    /** What the systems say, in small letters; they tell it apart from other failures only in words. */
    private static final Set<String> FULL = Set.of(
            "no space left on device",
            "disk quota exceeded",
            "file too large",
            "there is not enough space on the disk",
            "device or resource out of space");

    public NoRoomLeft(IOException cause) {
        super("A file could not be stored.", cause);
    }

    /** Whether a failure comes from a disk that is full. */
    static boolean causes(Throwable failure) {
        return Causes.of(failure)
                .anyMatch(one -> one instanceof NoRoomLeft || (one instanceof IOException && saysFull(one)));
    }

    private static boolean saysFull(Throwable failure) {
        var words = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return FULL.stream().anyMatch(words::contains);
    }
}
