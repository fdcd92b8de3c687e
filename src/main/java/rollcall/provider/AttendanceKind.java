package rollcall.provider;

public enum AttendanceKind {
    LIVE,
    ON_DEMAND
}
