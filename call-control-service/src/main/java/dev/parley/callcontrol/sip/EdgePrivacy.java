package dev.parley.callcontrol.sip;

/**
 * By what an INVITE between the edge and us says that its caller withholds its identity ({@code X-Parley-Privacy:
 * withheld}). The edge has read Privacy and From of what came in (RFC 3323, RFC 3325).
 */
public final class EdgePrivacy {
    private static final String HEADER = "X-Parley-Privacy";

    /** What is to be added. */
    public static final Headers WITHHELD = Headers.NONE.with(HEADER, "withheld");

    private EdgePrivacy() {}

    /** Whatever it says, it does not say it for nothing. */
    public static boolean isWithheld(SipRequest invite) {
        return invite.headers().first(HEADER).filter(value -> !value.isBlank()).isPresent();
    }

    /** The same INVITE, marked. */
    public static SipRequest mark(SipRequest invite) {
        return isWithheld(invite)
                ? invite
                : new SipRequest(
                        invite.handle(),
                        invite.method(),
                        invite.uri(),
                        invite.headers().withAll(WITHHELD),
                        invite.body());
    }
}
