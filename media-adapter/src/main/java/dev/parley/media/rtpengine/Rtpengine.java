package dev.parley.media.rtpengine;

import dev.parley.media.mix.MixStep;
import dev.parley.media.ng.NgClient;
import dev.parley.media.ng.NgReply;
import dev.parley.media.ng.NgRequest;
import dev.parley.media.ng.NgValue.Dictionary;
import java.util.ArrayList;
import java.util.List;

/** The commands that Parley uses. */
public final class Rtpengine {

    /** Whether rtpengine mixes what a party hears into one stream, or passes each source on. */
    public enum Player {
        ALWAYS,
        OFF
    }

    /** How {@link #press} reaches a party; what it takes may not be taken back. */
    public enum Keys {
        /** Not, or only sometimes: where nothing is coded anew, and RTP's time happens to be below 2³¹. */
        LEFT_OUT,
        /** In any case: its audio is coded anew, even to the same codec. */
        ALWAYS
    }

    /**
     * The one address from which a party's RTP is taken, and to which it is sent; what comes from elsewhere is dropped
     * (ng flag {@code strict-source}).
     */
    public enum RtpSource {
        /** The one in the SDP: for parties inside. Nobody outside can take their place. */
        DESCRIBED,
        /**
         * The one in the SDP at its first packet; where none comes from there (NAT), the nearest to it, settled at the first
         * packet 3 s after the last command of the call. For telephones. See {@code endpoint-learning} of rtpengine.
         */
        LEARNED
    }

    private static final long KEY_MILLIS = 100;

    private final NgClient ng;

    public Rtpengine(NgClient ng) {
        this.ng = ng;
    }

    public NgReply ping() {
        return ng.send(NgRequest.of("ping"));
    }

    /** Makes a party with these codecs; the reply's {@code sdp} describes our end of it. */
    public NgReply create(CallId call, String party, List<String> codecs, Player player) {
        return send(
                "create",
                party(call, party)
                        .with("audio-player", word(player))
                        .with("codec", Dictionary.EMPTY.with("offer", codecs)));
    }

    /** Describes a party that exists, as it is. */
    public NgReply describe(CallId call, String party) {
        return send("create", party(call, party));
    }

    /**
     * Tells a party what its other side wants: at first, and again whenever that changes. Address, codec and direction
     * may all change; nobody else in the call notices (measured: no packet later than 22 ms, the same SSRC).
     */
    public NgReply remote(CallId call, String party, String sdp, Player player, RtpSource source) {
        return send(
                "create answer",
                strict(party(call, party), source).with("sdp", sdp).with("audio-player", word(player)));
    }

    /** Makes a party that only receives what the SDP describes, from inside. */
    public NgReply publish(CallId call, String party, String sdp) {
        return send(
                "publish",
                strict(party(call, party), RtpSource.DESCRIBED)
                        .with("sdp", sdp)
                        .with("audio-player", word(Player.OFF)));
    }

    /** Changes edges. Both ends have to exist: rtpengine makes a party that it does not know. */
    public NgReply change(CallId call, MixStep step) {
        return switch (step) {
            case MixStep.Connect(List<String> from, String to) ->
                send(
                        "connect",
                        named(call)
                                .with("from-tags", from)
                                .with("to-tag", to)
                                .with("flags", directions(false))
                                .with("audio-player", word(Player.ALWAYS)));
            case MixStep.Disconnect(String from, String to) ->
                send(
                        "unsubscribe",
                        named(call).with("from-tag", from).with("to-tag", to).with("flags", directions(false)));
        };
    }

    /**
     * Joins two parties as they are, without mixing: the two halves of a gateway. May be said again.
     *
     * @param keys how those keys get to the other that are pressed on the one's behalf
     */
    public NgReply couple(CallId call, String one, String other, Keys keys) {
        var flags = new ArrayList<>(directions(true));
        flags.addAll(words(keys));
        return send(
                "connect",
                named(call)
                        .with("from-tag", one)
                        .with("to-tag", other)
                        .with("flags", flags)
                        .with("audio-player", word(Player.OFF)));
    }

    /** Keys of this party are told and go no further. */
    public NgReply dropKeys(CallId call, String party) {
        return send("block DTMF", party(call, party).with("flags", List.of("directional")));
    }

    /** Takes one party out of the call. ({@code delete} with a from-tag would delete the whole call.) */
    public NgReply remove(CallId call, String party) {
        return send("unsubscribe", named(call).with("to-tag", party).with("flags", List.of("bidirectional")));
    }

    /** Takes the whole call away, at once: rtpengine would otherwise keep it for half a minute. */
    public NgReply delete(CallId call) {
        return send("delete", named(call).with("delete-delay", 0));
    }

    /** Plays a file to one party; the reply's {@code duration} is in milliseconds, of one round. */
    public NgReply play(CallId call, String party, String file, int rounds) {
        return send("play media", party(call, party).with("file", file).with("repeat-times", (long) rounds));
    }

    public NgReply stop(CallId call, String party) {
        return send("stop media", party(call, party));
    }

    /**
     * Presses a key on the party's behalf: whoever it is coupled with gets it, after those that were pressed before, as an
     * RFC 4733 event or else as a tone.
     */
    public NgReply press(CallId call, String party, String digit) {
        return send(
                "play DTMF",
                party(call, party)
                        .with("code", digit)
                        .with("duration", KEY_MILLIS)
                        .with("pause", KEY_MILLIS));
    }

    public NgReply query(CallId call) {
        return send("query", named(call));
    }

    /** Whether a refusal means that the call is not there at all. */
    public static boolean isUnknownCall(String reason) {
        return reason.equalsIgnoreCase("Unknown call-id");
    }

    /** The call-ids there are. */
    public NgReply list() {
        return send("list", Dictionary.EMPTY.with("limit", "10000"));
    }

    /** What rtpengine counts of itself: see {@link Workload}. */
    public NgReply statistics() {
        return ng.send(NgRequest.of("statistics"));
    }

    private NgReply send(String command, Dictionary arguments) {
        return ng.send(new NgRequest(command, arguments));
    }

    private static List<String> directions(boolean bothWays) {
        return bothWays ? List.of("directional", "bidirectional") : List.of("directional");
    }

    private static Dictionary named(CallId call) {
        return Dictionary.EMPTY.with("call-id", call.value());
    }

    private static Dictionary party(CallId call, String party) {
        return named(call).with("from-tag", party);
    }

    private static Dictionary strict(Dictionary party, RtpSource source) {
        Dictionary strict = party.with("flags", List.of("strict-source"));
        return switch (source) {
            case DESCRIBED -> strict.with("endpoint-learning", "off");
            case LEARNED -> strict.with("endpoint-learning", "heuristic");
        };
    }

    private static List<String> words(Keys keys) {
        return switch (keys) {
            case LEFT_OUT -> List.of();
            case ALWAYS -> List.of("inject DTMF", "force transcoding");
        };
    }

    private static String word(Player player) {
        return switch (player) {
            case ALWAYS -> "always";
            case OFF -> "off";
        };
    }
}
