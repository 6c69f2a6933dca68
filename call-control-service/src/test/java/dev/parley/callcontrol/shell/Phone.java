package dev.parley.callcontrol.shell;

import java.util.UUID;

/** A caller behind the edge: writes the messages of one dialog, numbered and tagged as they must be. */
final class Phone {
    static final String OFFER = sdp("sendrecv");

    private final String callId = UUID.randomUUID().toString();
    private final String tag = UUID.randomUUID().toString().substring(0, 8);
    private final EdgeSocket edge;
    private final String number;
    private String inviteBranch = "";
    private String toTag = "";
    private String target = "sip:demo.parley.test";
    private int cseq;

    Phone(EdgeSocket edge, String number) {
        this.edge = edge;
        this.number = number;
    }

    static String sdp(String direction) {
        return """
                v=0\r
                o=- 1 1 IN IP4 127.0.0.1\r
                s=-\r
                c=IN IP4 127.0.0.1\r
                t=0 0\r
                m=audio 4000 RTP/AVP 0 101\r
                a=rtpmap:101 telephone-event/8000\r
                a=%s\r
                """.formatted(direction);
    }

    void invite(String dialled, String offer, String... more) {
        inviteWith("X-Parley-Key: " + EdgeResource.KEY, dialled, offer, more);
    }

    void inviteWith(String key, String dialled, String offer, String... more) {
        String source = "X-Parley-Tenant: demo\nX-Parley-Source: phone\nX-Parley-Caller: " + number + "\n" + key;
        begin(dialled, offer, source + lines(more));
    }

    void arriveByTrunk(String trunk, String dialled) {
        begin(
                dialled,
                OFFER,
                "X-Parley-Source: trunk\nX-Parley-Trunk: " + trunk + "\nX-Parley-Caller: " + number + "\nX-Parley-Key: "
                        + EdgeResource.KEY);
    }

    private void begin(String dialled, String offer, String headers) {
        cseq++;
        inviteBranch = branch();
        target = "sip:" + dialled + "@demo.parley.test";
        say("INVITE", inviteBranch, cseq, headers + type(offer), offer);
    }

    private static String lines(String... more) {
        return more.length == 0 ? "" : "\n" + String.join("\n", more);
    }

    private static String type(String body) {
        return body.isEmpty() ? "" : "\nContent-Type: application/sdp";
    }

    /** Takes tag and target from the 200, as RFC 3261 §12.1.2 has it. */
    void answered(SipText response) {
        toTag = response.toTag();
        target = response.contactUri();
    }

    void ack(String answer) {
        say("ACK", branch(), cseq, "Supported: timer" + type(answer), answer);
    }

    void cancel() {
        say("CANCEL", inviteBranch, cseq, "Supported: timer", "");
    }

    void request(String method, String body, String... more) {
        cseq++;
        say(method, branch(), cseq, "Supported: timer" + lines(more), body);
    }

    private static String branch() {
        return "z9hG4bK" + UUID.randomUUID();
    }

    private void say(String method, String branch, int number, String headers, String body) {
        String to = "<sip:callee@demo.parley.test>" + (toTag.isEmpty() ? "" : ";tag=" + toTag);
        edge.say(
                """
                %s %s SIP/2.0
                Via: SIP/2.0/TCP 127.0.0.1:%d;branch=%s
                Max-Forwards: 69
                From: <sip:%s@demo.parley.test>;tag=%s
                To: %s
                Call-ID: %s
                CSeq: %d %s
                Contact: <sip:%s@127.0.0.1:%d;transport=tcp>
                %s""".formatted(
                                method,
                                target,
                                edge.port(),
                                branch,
                                this.number,
                                tag,
                                to,
                                callId,
                                number,
                                method,
                                this.number,
                                edge.port(),
                                headers),
                body);
    }
}
