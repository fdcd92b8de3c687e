package rollcall.member;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Holds what every change of status holds first: all shares of seats, and the seats of each program in the channel that
 * has a capacity, in that order. So no change is open that read the channel as it was before.
 */
@Component
class ChannelLockRows implements ChannelLock {

    private final JdbcClient jdbc;

    ChannelLockRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void hold(long channelId) {
        jdbc.sql("select n from seat_share order by n for update")
                .query(Integer.class)
                .list();
        jdbc.sql("""
            select program_id from program_seats
            where program_id in (select id from program where channel_id = :channel)
            order by program_id for update\
            """).param("channel", channelId).query(Long.class).list();
    }
}
