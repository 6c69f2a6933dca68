package dev.parley.media.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where rtpengine is, and how media-adapter deals with it. */
@ConfigMapping(prefix = "parley.media")
public interface MediaConfig {

    /** rtpengine's control protocol. */
    Ng ng();

    /** Keys pressed on telephones. */
    Dtmf dtmf();

    /**
     * The directory of the prompts in rtpengine's file system: {@code <language>/<prompt>.wav}; {@code en/silence.wav} and
     * {@code en/music.wav} are the ambience. Without silence a leg that hears nobody receives no stream.
     */
    @WithDefault("/usr/share/parley/prompts")
    String promptsDir();

    /** The prompts that tenants have recorded themselves. */
    OwnPrompts ownPrompts();

    /** What plans want recorded. */
    Recording recording();

    /**
     * Codecs in the order of preference; those joined by {@code =} rank alike, and the telephone's own order decides. A
     * codec that is not named is never used, and a call that offers no other is refused with 488.
     */
    @WithDefault("opus,G722,PCMA=PCMU")
    List<String> codecs();

    /**
     * How often every room is compared with rtpengine. A lost command heals after this time at the latest; each round
     * costs one query for each room.
     */
    @WithDefault("10s")
    Duration reconcileEvery();

    /**
     * How often rtpengine is asked how much it has to do, for {@code parley_load_ratio}. Autoscaling looks every 15 s; more
     * often than that shows only in dashboards.
     */
    @WithDefault("2s")
    Duration statisticsEvery();

    /**
     * How long after a start nothing is taken away that no plan names: the plans are still being read. Too short, and a
     * restart may cut off a call that is being set up; too long, and forgotten legs keep their ports for that time.
     */
    @WithDefault("60s")
    Duration strayGrace();

    /** When a telephone that sends nothing counts as gone. */
    Silence silence();

    /** Silence between two prompts, so that the first is not cut off; adds to every chain of prompts. */
    @WithDefault("60ms")
    Duration promptPause();

    /** rtpengine's control protocol. */
    interface Ng {
        /** Name or address of the machine that rtpengine runs on. */
        @WithDefault("127.0.0.1")
        String host();

        /** rtpengine's {@code listen-ng} and {@code listen-tcp-ng}, the same number for both. */
        @WithDefault("2223")
        int port();

        /** Until a command is sent again; doubles each time. A command that is lost delays a call by as much. */
        @WithDefault("250ms")
        Duration firstWait();

        /** How often a command is sent in all, before rtpengine counts as silent. */
        @WithDefault("3")
        int attempts();
    }

    /** Keys pressed on telephones, as rtpengine's {@code dtmf-log-dest} reports them. */
    interface Dtmf {
        /** The address to listen on. */
        @WithDefault("127.0.0.1")
        String host();

        /** The UDP port to listen on; rtpengine's {@code dtmf-log-dest} names it. */
        @WithDefault("2244")
        int port();
    }

    /**
     * A telephone that is not on hold and sends neither RTP nor RTCP is gone; its owner is told, and ends the call. Found
     * out at the next comparison with rtpengine, so up to {@code reconcile-every} later.
     */
    interface Silence {
        /** Once it has sent something. Too short, and a Wi-Fi telephone between two access points is hung up on. */
        @WithDefault("30s")
        Duration spoken();

        /** As long as it has sent nothing at all: longer than a call may ring. */
        @WithDefault("3m")
        Duration unheard();
    }

    /** rtpengine sends what is recorded here, and it is written to files. */
    interface Recording {
        /**
         * The folder of recordings: {@code <tenant>/<recording>.wav}; made if it does not exist. In production give it a
         * volume that outlives the machine; processes that serve the same rtpengine share it, so that one goes on with
         * what another has begun.
         */
        @WithDefault("${java.io.tmpdir}/parley-recordings")
        String dir();

        /** The address of this process that rtpengine reaches, at any UDP port. */
        @WithDefault("127.0.0.1")
        String host();
    }

    /**
     * Tenants' prompts come over Kafka and are kept as files, where rtpengine reads them; and beside them, as long as a
     * room lives, the names that callers have said.
     */
    interface OwnPrompts {
        /**
         * The folder they are written to; made if it does not exist. It is filled anew at every start, so it may be lost.
         * In production give it a volume of its own that rtpengine reads too; several processes may share it.
         */
        @WithDefault("${java.io.tmpdir}/parley-prompts")
        String dir();

        /** The same folder in rtpengine's file system; none: by the same name. */
        Optional<String> seenAs();
    }
}
