package rollcall.member;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a person in one program: a change of the status, or what another room tells.
 *
 * @param change null for what another room tells
 * @param entry null for a change
 */
public record Happening(
        Membership membership, Instant at, @Nullable Change change, Timeline.@Nullable Entry entry) {}
