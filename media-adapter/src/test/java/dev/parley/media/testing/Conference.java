package dev.parley.media.testing;

import static org.awaitility.Awaitility.await;

import dev.parley.contracts.call.CallCommand;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.media.AudioPlan;
import dev.parley.contracts.media.AudioPlan.PlannedLeg;
import dev.parley.contracts.media.MediaCommand;
import dev.parley.contracts.media.MediaEvent;
import dev.parley.contracts.media.SdpRole;
import dev.parley.media.dtmf.DtmfListener;
import dev.parley.media.leg.LegNegotiator;
import dev.parley.media.leg.SilenceWatch;
import dev.parley.media.ng.NgClient;
import dev.parley.media.ng.NgReply;
import dev.parley.media.ng.TcpNgClient;
import dev.parley.media.ng.UdpNgClient;
import dev.parley.media.prompt.PromptFiles;
import dev.parley.media.recording.NameFolder;
import dev.parley.media.recording.Names;
import dev.parley.media.recording.Recorder;
import dev.parley.media.recording.RecordingFolder;
import dev.parley.media.room.Announcements;
import dev.parley.media.room.Media;
import dev.parley.media.rtpengine.CallId;
import dev.parley.media.rtpengine.ObservedRoom;
import dev.parley.media.rtpengine.Rtpengine;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A room of media-adapter without Kafka: real rtpengine, real RTP, and what would have been written to the topics. */
public final class Conference implements Announcements, AutoCloseable {
    private static final List<List<String>> CODECS = List.of(List.of("opus"), List.of("G722"), List.of("PCMA", "PCMU"));

    private static final InetAddress HOST = InetAddress.getLoopbackAddress();
    private static final SilenceWatch.Patience PATIENCE =
            new SilenceWatch.Patience(Duration.ofSeconds(3), Duration.ofMinutes(1));

    private final String id = UUID.randomUUID().toString();
    public final RoomId room = new RoomId("test:" + id);
    public final BlockingQueue<CallCommand> told = new LinkedBlockingQueue<>();
    public final BlockingQueue<MediaEvent> events = new LinkedBlockingQueue<>();
    public final Rtpengine rtpengine;
    private final RealRtpengine daemon;
    private final UdpNgClient udp;
    private final TcpNgClient tcp;
    private final DtmfListener dtmf;
    public final Path recordings;
    private final Map<LegId, ToneEndpoint> endpoints = new TreeMap<>(Comparator.comparing(LegId::value));
    /** Those that have left, too: one that goes on sending is heard by whoever is given the same port. */
    private final Set<ToneEndpoint> everybody = new HashSet<>();

    private Media media;
    private long revision;

    public Conference(RealRtpengine daemon, int dtmfPort) {
        this.daemon = daemon;
        try {
            recordings = Files.createTempDirectory("parley-recordings-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        udp = new UdpNgClient(daemon.ng(), Duration.ofMillis(500), 3);
        tcp = new TcpNgClient(daemon.ng(), Duration.ofSeconds(2));
        NgClient both = request -> (request.hasLargeReply() ? tcp : udp).send(request);
        rtpengine = new Rtpengine(both);
        media = newMedia();
        dtmf = new DtmfListener(
                new InetSocketAddress("127.0.0.1", dtmfPort),
                this,
                room -> media.rooms().ownerOf(room),
                Instant::now);
    }

    private Media newMedia() {
        return new Media(
                rtpengine,
                new LegNegotiator(rtpengine, CODECS),
                new PromptFiles(daemon.promptsDir()),
                new Media.Keeping(
                        new Recorder(new RecordingFolder(recordings), HOST, Instant::now),
                        new Names(new NameFolder(names(), daemon.ownPromptsSeenAs() + "/" + id), HOST, Instant::now)),
                this,
                Instant::now,
                new Media.Times(Duration.ofMillis(60), Duration.ZERO, PATIENCE));
    }

    /** As if the process had been killed and started again. */
    public void restart() {
        media.close();
        media = newMedia();
    }

    public Media media() {
        return media;
    }

    /** The room that a two-party call would become. */
    public RoomId heir() {
        return new RoomId("test:heir-" + id);
    }

    /** What is said of any other room, as it would be written to the topics. */
    public void follow(AudioPlan plan) {
        media.rooms()
                .follow(plan.room(), Optional.of(plan))
                .toCompletableFuture()
                .join();
    }

    /** The room's plan is taken back. */
    public void withdraw(RoomId gone) {
        media.rooms().follow(gone, Optional.empty()).toCompletableFuture().join();
    }

    public void reconcile(RoomId which) {
        media.rooms().reconcile(which).toCompletableFuture().join();
    }

    /** A new leg that offers, and its telephone. */
    public LegId joins(ToneEndpoint endpoint) {
        var leg = new LegId(UUID.randomUUID().toString());
        String answer = open(leg, endpoint.sdp("sendrecv"));
        endpoint.sendTo(answer);
        isNow(leg, endpoint);
        return leg;
    }

    public String open(LegId leg, String offer) {
        take(new MediaCommand.OpenLeg(room, leg, 0, Optional.of(offer)));
        return nextSdp();
    }

    public String renegotiate(LegId leg, long number, String offer) {
        take(new MediaCommand.NegotiateLeg(room, leg, 0, number, SdpRole.OFFER, Optional.of(offer)));
        return nextSdp();
    }

    public void isNow(LegId leg, ToneEndpoint endpoint) {
        everybody.add(endpoint);
        endpoints.put(leg, endpoint);
    }

    /** The telephone holds: nothing is sent to it. */
    public void isSilent(LegId leg) {
        endpoints.remove(leg);
    }

    public String nextSdp() {
        return next(told) instanceof CallCommand.LegSdp sdp ? sdp.sdp() : "no SDP";
    }

    /** The answer to what was asked of this leg. */
    public String nextSdpOf(LegId leg) {
        CallCommand answer = next(told);
        if (!answer.leg().equals(leg)) {
            throw new AssertionError("Expected an answer about " + leg + ", but it is about " + answer.leg());
        }
        return answer instanceof CallCommand.LegSdp sdp ? sdp.sdp() : String.valueOf(answer);
    }

    public static <T> T next(BlockingQueue<T> queue) {
        try {
            T next = queue.poll(30, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("Nothing came within 30 s");
            }
            return next;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public void take(MediaCommand command) {
        media.rooms()
                .take(command)
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    public Path names() {
        return daemon.ownPrompts().resolve(id);
    }

    /** Compares with rtpengine, as it is done from time to time. */
    public void reconcile() {
        media.rooms().reconcile(room).toCompletableFuture().join();
    }

    public void leaves(LegId leg) {
        take(new MediaCommand.CloseLeg(room, leg));
        endpoints.remove(leg);
    }

    public void plays(LegId leg, String request, String... prompts) {
        take(new MediaCommand.PlayPrompt(room, leg, request, List.of(prompts), "en", OptionalInt.empty()));
    }

    public void plan(PlannedLeg... legs) {
        plan(AudioPlan.Ambience.SILENCE, legs);
    }

    public void plan(AudioPlan.Ambience ambience, PlannedLeg... legs) {
        plan(new AudioPlan(room, 0, ambience, List.of(legs)));
    }

    /** Whatever its revision is. */
    public void plan(AudioPlan wanted) {
        var plan =
                new AudioPlan(room, ++revision, wanted.ambience(), wanted.legs(), wanted.music(), wanted.recording());
        media.rooms().follow(room, Optional.of(plan)).toCompletableFuture().join();
    }

    public void everybodyHearsEverybody() {
        plan(endpoints.keySet().stream().map(PlannedLeg::open).toArray(PlannedLeg[]::new));
    }

    /** Who hears whom in the next half second: for each listener the tones of the others that are there. */
    public Map<Integer, List<Integer>> matrix() {
        forget();
        await().atMost(30, TimeUnit.SECONDS)
                .until(() ->
                        endpoints.values().stream().allMatch(it -> it.received().size() >= 30));
        var matrix = new TreeMap<Integer, List<Integer>>();
        for (ToneEndpoint listener : endpoints.values()) {
            short[] heard = listener.heard();
            var tones = new ArrayList<Integer>();
            endpoints.values().stream()
                    .map(ToneEndpoint::hertz)
                    .sorted()
                    .filter(tone -> Tone.level(heard, tone) > -12)
                    .forEach(tones::add);
            matrix.put(listener.hertz(), tones);
        }
        return matrix;
    }

    /** The telephones that are there. */
    public List<ToneEndpoint> listeners() {
        return List.copyOf(endpoints.values());
    }

    /** The parties that rtpengine has. */
    public Set<String> parties() {
        return rtpengine.query(CallId.of(room)) instanceof NgReply.Done(var fields)
                ? ObservedRoom.of(fields).parties().keySet()
                : Set.of();
    }

    public void forget() {
        endpoints.values().forEach(ToneEndpoint::forget);
    }

    @Override
    public CompletionStage<?> toCallControl(int instance, LegId leg, CallCommand command) {
        told.add(command);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> event(RoomId where, MediaEvent event) {
        if (where.equals(room) || where.equals(heir())) {
            events.add(event);
        }
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void close() throws IOException {
        rtpengine.delete(CallId.of(room));
        everybody.forEach(ToneEndpoint::close);
        media.close();
        dtmf.close();
        tcp.close();
        udp.close();
        try (Stream<Path> files = Files.walk(recordings)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }
}
