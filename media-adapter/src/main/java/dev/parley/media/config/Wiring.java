package dev.parley.media.config;

import dev.parley.media.dtmf.DtmfListener;
import dev.parley.media.leg.LegNegotiator;
import dev.parley.media.leg.SilenceWatch;
import dev.parley.media.ng.NgClient;
import dev.parley.media.ng.TcpNgClient;
import dev.parley.media.ng.UdpNgClient;
import dev.parley.media.prompt.PromptFiles;
import dev.parley.media.prompt.PromptFolder;
import dev.parley.media.recording.NameFolder;
import dev.parley.media.recording.Names;
import dev.parley.media.recording.Recorder;
import dev.parley.media.recording.RecordingFolder;
import dev.parley.media.room.Announcements;
import dev.parley.media.room.Media;
import dev.parley.media.room.Rooms;
import dev.parley.media.rtpengine.Rtpengine;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.ToIntFunction;

/** Makes the parts that know nothing of Quarkus and hands them to each other. */
@ApplicationScoped
public class Wiring {
    private static final Duration TCP_TIMEOUT = Duration.ofSeconds(2);
    /** Beside the folders of tenants, none of which begins with a dot. */
    private static final String NAMES = ".names";

    private final MediaConfig config;

    Wiring(MediaConfig config) {
        this.config = config;
    }

    @Produces
    @Singleton
    UdpNgClient udp() {
        return new UdpNgClient(
                rtpengineAddress(), config.ng().firstWait(), config.ng().attempts());
    }

    void close(@Disposes UdpNgClient udp) throws IOException {
        udp.close();
    }

    @Produces
    @Singleton
    TcpNgClient tcp() {
        return new TcpNgClient(rtpengineAddress(), TCP_TIMEOUT);
    }

    void close(@Disposes TcpNgClient tcp) {
        tcp.close();
    }

    @Produces
    @Singleton
    Rtpengine rtpengine(UdpNgClient udp, TcpNgClient tcp, MeterRegistry meters) {
        NgClient ng = new MeteredNgClient(udp, tcp, meters);
        return new Rtpengine(ng);
    }

    @Produces
    @Singleton
    Media media(Rtpengine rtpengine, PromptFolder own, Announcements announcements) {
        return newMedia(rtpengine, own, announcements);
    }

    /** Rooms that tell somebody else, beside those that callers are in. */
    public Media newMedia(Rtpengine rtpengine, PromptFiles.OwnPrompts own, Announcements announcements) {
        return new Media(
                rtpengine,
                new LegNegotiator(rtpengine, ranks(config.codecs())),
                new PromptFiles(config.promptsDir(), own),
                keeping(),
                announcements,
                Instant::now,
                new Media.Times(
                        config.promptPause(),
                        config.strayGrace(),
                        new SilenceWatch.Patience(
                                config.silence().spoken(), config.silence().unheard())));
    }

    private Media.Keeping keeping() {
        try {
            InetAddress host = InetAddress.getByName(config.recording().host());
            var recordings = new RecordingFolder(Path.of(config.recording().dir()));
            MediaConfig.OwnPrompts own = config.ownPrompts();
            var names = new NameFolder(Path.of(own.dir(), NAMES), own.seenAs().orElse(own.dir()) + "/" + NAMES);
            return new Media.Keeping(
                    new Recorder(recordings, host, Instant::now), new Names(names, host, Instant::now));
        } catch (UnknownHostException e) {
            throw new IllegalStateException(
                    "parley.media.recording.host is no address: "
                            + config.recording().host(),
                    e);
        }
    }

    @Produces
    @Singleton
    PromptFolder ownPrompts() {
        MediaConfig.OwnPrompts own = config.ownPrompts();
        return new PromptFolder(Path.of(own.dir()), own.seenAs().orElse(own.dir()));
    }

    @Produces
    @Singleton
    Rooms rooms(Media media, MeterRegistry meters) {
        Rooms rooms = media.rooms();
        gauge(meters, "parley_media_rooms", "Rooms with legs", rooms, _ -> 1);
        gauge(meters, "parley_media_legs", "Legs with media", rooms, Rooms.Census::legs);
        gauge(
                meters,
                "parley_media_edges",
                "Edges of the mix: who hears whom, and the buses",
                rooms,
                Rooms.Census::edges);
        return rooms;
    }

    private static void gauge(
            MeterRegistry meters, String name, String description, Rooms rooms, ToIntFunction<Rooms.Census> figure) {
        Gauge.builder(
                        name,
                        rooms,
                        it -> it.censuses().values().stream().mapToInt(figure).sum())
                .description(description)
                .register(meters);
    }

    void close(@Disposes Media media) {
        media.close();
    }

    @Startup
    @Produces
    @Singleton
    DtmfListener dtmf(Announcements announcements, Rooms rooms) {
        return new DtmfListener(
                new InetSocketAddress(config.dtmf().host(), config.dtmf().port()),
                announcements,
                rooms::ownerOf,
                Instant::now);
    }

    void close(@Disposes DtmfListener dtmf) throws IOException {
        dtmf.close();
    }

    private InetSocketAddress rtpengineAddress() {
        return new InetSocketAddress(config.ng().host(), config.ng().port());
    }

    /** {@code PCMA=PCMU} is one rank of two codecs. */
    static List<List<String>> ranks(List<String> codecs) {
        return codecs.stream().map(rank -> List.of(rank.split("=", -1))).toList();
    }
}
