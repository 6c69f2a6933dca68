package dev.parley.systemtests.bench;

import dev.parley.contracts.LegMessage;
import dev.parley.contracts.Topics;
import dev.parley.contracts.call.CallCommand;
import dev.parley.contracts.call.CallCommand.LegSdp;
import dev.parley.contracts.call.CallEvent;
import dev.parley.contracts.call.CallEvent.LegArrived;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.media.MediaCommand;
import dev.parley.contracts.media.MediaCommand.OpenLeg;
import dev.parley.systemtests.phone.Call;
import dev.parley.systemtests.phone.CallTimes;
import dev.parley.systemtests.world.TopicTail;
import dev.parley.systemtests.world.TopicTail.Noted;
import dev.parley.systemtests.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Watches the topics of the call path, and tells afterwards when each message of a call was written. */
final class Hops implements AutoCloseable {
    private static final Pattern SESSION = Pattern.compile("^o=\\S+ (\\d+) ", Pattern.MULTILINE);

    private final TopicTail<CallEvent> events;
    private final TopicTail<MediaCommand> media;
    private final TopicTail<CallCommand> commands;

    Hops(World world) {
        events = TopicTail.of(world, Topics.CALL_EVENTS, CallEvent.class);
        media = TopicTail.of(world, Topics.MEDIA_COMMANDS, MediaCommand.class);
        commands = TopicTail.of(world, Topics.CALL_COMMANDS, CallCommand.class);
    }

    /** The parts of each call's set-up, by name, in order; calls that left no trace are left out. */
    Map<String, Spread> of(List<Call> answered) {
        Map<String, LegId> legs = new HashMap<>();
        for (LegArrived arrival : events.all(LegArrived.class)) {
            Matcher session = SESSION.matcher(arrival.offer().orElse(""));
            if (session.find()) {
                legs.put(session.group(1), arrival.leg());
            }
        }
        Map<LegId, Instant> arrived = times(events, LegArrived.class);
        Map<LegId, Instant> opened = times(media, OpenLeg.class);
        Map<LegId, Instant> agreed = times(commands, LegSdp.class);
        Map<String, List<Duration>> parts = new LinkedHashMap<>();
        for (Call call : answered) {
            LegId leg = legs.get(call.sdpSession());
            if (leg == null) {
                continue;
            }
            Instant arrival = arrived.get(leg);
            Instant opening = opened.get(leg);
            Instant agreement = agreed.get(leg);
            if (arrival == null || opening == null || agreement == null) {
                continue;
            }
            CallTimes times = call.times();
            Trail trail = new Trail(times.invited(), parts);
            trail.to("challenge, by Kamailio", times.credentialsSent());
            trail.to("to LegArrived, by Kamailio and call-control", arrival);
            trail.to("to OpenLeg, by conference-service", opening);
            trail.to("to LegSdp, by media-adapter and rtpengine", agreement);
            trail.to("to 200 at the phone, by call-control", times.answered());
        }
        Map<String, Spread> spreads = new LinkedHashMap<>();
        parts.forEach((part, durations) -> spreads.put(part, Spread.of(durations)));
        return spreads;
    }

    private static <T extends LegMessage> Map<LegId, Instant> times(TopicTail<? super T> tail, Class<T> kind) {
        Map<LegId, Instant> times = new HashMap<>();
        for (Noted<?> noted : tail.noted()) {
            if (kind.isInstance(noted.message())) {
                times.putIfAbsent(kind.cast(noted.message()).leg(), noted.written());
            }
        }
        return times;
    }

    @Override
    public void close() {
        events.close();
        media.close();
        commands.close();
    }

    /** Measures from point to point. */
    private static final class Trail {
        private final Map<String, List<Duration>> parts;
        private Instant last;

        Trail(Instant start, Map<String, List<Duration>> parts) {
            this.last = start;
            this.parts = parts;
        }

        void to(String part, Instant time) {
            parts.computeIfAbsent(part, name -> new ArrayList<>()).add(Duration.between(last, time));
            last = time;
        }
    }
}
