package dev.parley.media.config;

import dev.parley.media.ng.NgClient;
import dev.parley.media.ng.NgReply;
import dev.parley.media.ng.NgRequest;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** Sends large replies' commands over TCP and all others over UDP, and measures how long each kind takes. */
final class MeteredNgClient implements NgClient {
    private final NgClient udp;
    private final NgClient tcp;
    private final MeterRegistry meters;

    MeteredNgClient(NgClient udp, NgClient tcp, MeterRegistry meters) {
        this.udp = udp;
        this.tcp = tcp;
        this.meters = meters;
    }

    @Override
    public NgReply send(NgRequest request) {
        Timer.Sample sample = Timer.start(meters);
        NgReply reply = (request.hasLargeReply() ? tcp : udp).send(request);
        sample.stop(Timer.builder("parley_media_ng_duration")
                .description("How long rtpengine takes for a command")
                .tag("command", request.command())
                .tag("outcome", outcome(reply))
                .publishPercentileHistogram()
                .register(meters));
        return reply;
    }

    private static String outcome(NgReply reply) {
        return switch (reply) {
            case NgReply.Done _ -> "done";
            case NgReply.Refused _ -> "refused";
            case NgReply.Silent _ -> "silent";
        };
    }
}
