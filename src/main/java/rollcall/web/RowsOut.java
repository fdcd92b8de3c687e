package rollcall.web;

import java.io.IOException;
import java.util.List;

/** A file of rows that is written from its beginning to its end; {@link #row} throws when there is no room for more. */
public interface RowsOut extends AutoCloseable {

    void row(List<String> cells);

    @Override
    void close() throws IOException;
}
