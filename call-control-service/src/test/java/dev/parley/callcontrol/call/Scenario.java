package dev.parley.callcontrol.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.callcontrol.dialplan.Destination;
import dev.parley.callcontrol.dialplan.Destination.ConferenceRoom;
import dev.parley.callcontrol.dialplan.Destination.Phone;
import dev.parley.callcontrol.dialplan.DialPlan;
import dev.parley.callcontrol.dialplan.Trail;
import dev.parley.callcontrol.ledger.CallBook;
import dev.parley.callcontrol.leg.Effect;
import dev.parley.callcontrol.leg.LegInput;
import dev.parley.callcontrol.leg.LegSettings;
import dev.parley.callcontrol.leg.LegTimer;
import dev.parley.callcontrol.sip.Headers;
import dev.parley.callcontrol.sip.SipRequest;
import dev.parley.contracts.call.CallCommand;
import dev.parley.contracts.call.CallEvent;
import dev.parley.contracts.call.Caller;
import dev.parley.contracts.call.Caller.Origin;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.id.TenantId;
import dev.parley.contracts.ledger.CallRecord;
import dev.parley.contracts.media.MediaCommand;
import dev.parley.contracts.media.SdpRole;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One call, told what happens to it, and asked what it did; time is moved by hand. */
final class Scenario {
    static final LegId CALLER = new LegId("leg-caller");
    static final LegId CALLED = new LegId("leg-called");
    static final TenantId DEMO = new TenantId("demo");
    static final RoomId ROOM = new RoomId("demo:910");
    static final RoomId OWN = new RoomId("demo:call-leg-caller");
    static final Destination CONFERENCE = new ConferenceRoom(DEMO, "910");
    static final Destination PHONE = new Phone(DEMO, "802", "demo.parley.test", List.of(), Trail.of(phone("801")));
    static final Caller OUTSIDER = new Caller(Origin.TRUNK, "+49171555", Optional.empty(), Optional.of("pstn"));
    static final String OURS = Messages.sdp("sendrecv").replace("4000", "30000");
    static final CallSettings SETTINGS = new CallSettings(
            new LegSettings(
                    0, Duration.ofMinutes(30), Duration.ofSeconds(90), Duration.ofMillis(500), Duration.ofSeconds(4)),
            "<sip:192.0.2.8;transport=tcp>",
            "key",
            Duration.ofSeconds(5),
            Duration.ofSeconds(60),
            Duration.ofSeconds(15),
            Duration.ofMinutes(2));
    static final DialPlan PLAN = DemoDirectory.plan();

    private final CallDecider decider = new CallDecider(SETTINGS, PLAN);
    private final List<Effect> all = new ArrayList<>();
    private final List<CallRecord> records = new ArrayList<>();
    private CallBook book = new CallBook(CALLER);
    private List<Effect> last = List.of();
    private Call call;
    private Instant now = Instant.EPOCH;

    private Scenario() {}

    static Scenario begin(Destination destination, SipRequest invite) {
        return begin(destination, invite, phone("801"));
    }

    static Caller phone(String extension) {
        return new Caller(Origin.PHONE, extension, Optional.of("Ada"), Optional.empty());
    }

    static Scenario begin(Destination destination, SipRequest invite, Caller caller) {
        Scenario scenario = new Scenario();
        Arrival arrival = new Arrival(invite, CALLER, CALLED, "<sip:192.0.2.8>", caller, "910", "en", destination);
        scenario.take(Optional.empty(), scenario.decider.begin(arrival, scenario.now));
        return scenario;
    }

    /** 801 dials a number of the {@link DemoDirectory}. */
    static Scenario dial(String number) {
        return dial(number, Messages.OFFER);
    }

    static Scenario dial(String number, String offer) {
        return begin(PLAN.dialled(DEMO, number, phone("801")), Messages.invite(offer));
    }

    /** Somebody outside dials a number. */
    static Scenario arrive(String number, String offer) {
        return begin(PLAN.arrived(DEMO, number, OUTSIDER), Messages.invite(offer), OUTSIDER);
    }

    /** The callback that another call has wished for. */
    static Scenario calledBack(Effect.CallBack wish) {
        Scenario scenario = new Scenario();
        scenario.take(Optional.empty(), scenario.decider.begin(wish, scenario.now));
        return scenario;
    }

    /** A call that a conference has asked for. */
    static Scenario placed(CallCommand.PlaceCall wish) {
        Scenario scenario = new Scenario();
        scenario.take(Optional.empty(), scenario.decider.begin(wish));
        return scenario;
    }

    private void take(Optional<CallInput> input, CallStep<? extends Call> step) {
        call = step.next();
        if (input.isEmpty()) {
            book = new CallBook(call.caller().id());
        }
        records.addAll(book.follow(input, step, now));
        last = step.effects();
        all.addAll(last);
    }

    Scenario input(CallInput input) {
        take(Optional.of(input), decider.decide(call, input, now));
        return this;
    }

    Scenario leg(LegId leg, LegInput input) {
        return input(new CallInput.ToLeg(leg, input));
    }

    Scenario caller(String method, long cseq, String body) {
        String toTag = method.equals("CANCEL") ? "" : CALLER.value();
        return leg(CALLER, new LegInput.Requested(Messages.fromCaller(method, cseq, toTag, body, Headers.NONE)));
    }

    /** The leg that was dialled last. */
    LegId calledLeg() {
        return call.legs().getLast().id();
    }

    Scenario called(int status, String tag, String body) {
        return leg(
                new LegId(sentInvite().fromTag()),
                new LegInput.Responded(Messages.response(sentInvite(), status, tag, body)));
    }

    Scenario command(CallCommand command) {
        return input(new CallInput.Commanded(command));
    }

    Scenario sdp(RoomId room, LegId leg, long negotiation, SdpRole role) {
        return command(new CallCommand.LegSdp(room, leg, negotiation, role, OURS));
    }

    Scenario key(String digit) {
        return key(CALLER, digit);
    }

    Scenario key(LegId leg, String digit) {
        return input(new CallInput.Pressed(OWN, leg, digit));
    }

    /** One key after the other. */
    Scenario keys(LegId leg, String digits) {
        digits.chars().forEach(digit -> key(leg, Character.toString(digit)));
        return this;
    }

    /** What is being played to the caller has been heard to its end. */
    Scenario heard() {
        MediaCommand.PlayPrompt playing = effects(all, Effect.Ask.class)
                .map(Effect.Ask::command)
                .filter(MediaCommand.PlayPrompt.class::isInstance)
                .map(MediaCommand.PlayPrompt.class::cast)
                .reduce((_, newest) -> newest)
                .orElseThrow();
        return command(new CallCommand.LegPromptEnded(playing.room(), playing.leg(), playing.request()));
    }

    List<String> prompts() {
        return asked().stream()
                .filter(MediaCommand.PlayPrompt.class::isInstance)
                .flatMap(play ->
                        ((MediaCommand.PlayPrompt) play).prompts().stream().distinct())
                .toList();
    }

    /** The re-INVITE that was sent in the last step. */
    SipRequest reinvite() {
        return effects(last, Effect.Send.class)
                .map(Effect.Send::request)
                .filter(request -> request.is("INVITE") && request.toTag().isPresent())
                .findFirst()
                .orElseThrow();
    }

    Scenario elapsed(LegId leg, LegTimer timer) {
        return leg(leg, new LegInput.Elapsed(timer));
    }

    Scenario impatient() {
        return input(new CallInput.PatienceOver());
    }

    /** Nothing has been done since. */
    void quiet() {
        last = List.of();
    }

    Scenario pass(Duration time) {
        now = now.plus(time);
        return this;
    }

    SipRequest sentInvite() {
        return effects(all, Effect.Send.class)
                .map(Effect.Send::request)
                .filter(request -> request.is("INVITE") && request.toTag().isEmpty())
                .reduce((_, newest) -> newest)
                .orElseThrow();
    }

    Call call() {
        return call;
    }

    /** What is left of the legs that are over. */
    List<CallRecord> records() {
        return records;
    }

    List<Effect> all() {
        return all;
    }

    List<Effect> last() {
        return last;
    }

    /** The statuses of the answers given in the last step. */
    List<Integer> answers() {
        return effects(last, Effect.Reply.class)
                .map(reply -> reply.response().status())
                .toList();
    }

    List<CallEvent> told() {
        return effects(last, Effect.Tell.class).map(Effect.Tell::event).toList();
    }

    List<MediaCommand> asked() {
        return effects(last, Effect.Ask.class).map(Effect.Ask::command).toList();
    }

    /** The methods of the requests sent in the last step, ACK and CANCEL among them. */
    List<String> sent() {
        return last.stream()
                .map(effect -> switch (effect) {
                    case Effect.Send send -> send.request().method();
                    case Effect.Acknowledge _ -> "ACK";
                    case Effect.Cancel _ -> "CANCEL";
                    default -> "";
                })
                .filter(method -> !method.isEmpty())
                .toList();
    }

    Scenario isOver() {
        assertThat(call.over()).isTrue();
        return this;
    }

    static <T extends Effect> Stream<T> effects(List<Effect> effects, Class<T> kind) {
        return effects.stream().filter(kind::isInstance).map(kind::cast);
    }
}
