package rollcall.browser;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.SPARSE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Brings files, good and bad, as far as a page of the import wants to be seen. Begins on the page for uploading. */
final class SampleFiles {

    private static final String PEOPLE = """
        E-mail,First name,%1$s
        ada@example.org,Ada,%1$s
        nobody,%1$s,%1$s
        """.formatted(Scene.WORD);

    private static final int MORE_THAN_IS_TAKEN = 52 * 1024 * 1024;

    private final Path folder;

    SampleFiles(Path folder) {
        this.folder = folder;
    }

    void upload(Page page) {
        upload(page, write());
    }

    private static ImportPages upload(Page page, Path file) {
        var pages = new ImportPages(page.browser);
        pages.upload(file);
        return pages;
    }

    private Path write() {
        try {
            return Files.writeString(folder.resolve(Scene.WORD + ".csv"), PEOPLE);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Until the page says that no column is the e-mail address. */
    void takeNothing(Page page) {
        var pages = upload(page, write());
        pages.take("E-mail", "Leave out");
        pages.press("Check all rows");
    }

    void check(Page page) {
        upload(page, write()).press("Check all rows");
    }

    void run(Page page) {
        var pages = upload(page, write());
        pages.press("Check all rows");
        pages.press("Import 1 member");
        pages.finish();
    }

    /** As somebody does who kept an old page open. */
    void runUnchecked(Page page) {
        upload(page);
        page.browser.leave(() -> page.browser
                .driver()
                .executeScript("const form = document.getElementById('plan');"
                        + "form.action = form.action.replace('mapping', 'confirmation'); form.submit()"));
    }

    void uploadTooMuch(Page page) {
        var file = folder.resolve("too-much.csv");
        try (var channel = FileChannel.open(file, CREATE, WRITE, SPARSE)) {
            channel.write(ByteBuffer.wrap(new byte[] {'\n'}), MORE_THAN_IS_TAKEN);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        upload(page, file);
    }
}
