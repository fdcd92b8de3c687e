package rollcall.campaign;

import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a test has not told its campaigns is not left for others, whose clocks say that it is old. */
abstract class EmptyFeed {

    @Autowired
    private JdbcClient database;

    @AfterEach
    void emptyTheFeed() {
        database.sql("delete from campaign_feed").update();
    }
}
