package dev.parley.callcontrol.sip;

/** 2xx responses to INVITEs that nobody waits for any more, or that another phone won (RFC 3261 §13.2.2.4). */
public final class Strays {
    /** What ends the dialog that such a response has made. */
    public record Ending(SipRequest ack, SipRequest bye) {}

    private Strays() {}

    public static Ending end(SipResponse response, String contact) {
        Dialog dialog = Dialog.answeredBy(response, contact);
        return new Ending(
                dialog.ack(response.cseq().number()), dialog.advanced().request("BYE", Headers.NONE, ""));
    }
}
