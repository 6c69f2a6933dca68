package dev.parley.callcontrol.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of call-control-service. */
@ConfigMapping(prefix = "parley.call-control")
public interface CallControlConfig {
    /**
     * The number of this process among its like, from 0: the partition of the commands to it, and of the dialogs that it
     * keeps. No two running processes may have the same. On Kubernetes the ordinal of the StatefulSet.
     */
    @WithDefault("0")
    int instance();

    /** Where SIP is spoken. */
    Sip sip();

    /** How long things may take. */
    Patience patience();

    /**
     * So many INVITEs may wait for their final answer at once; more get 503 with Retry-After. Ringing calls count. A
     * waiting call takes some kilobytes; the bound is there to turn a flood away early.
     */
    @WithDefault("2000")
    int maxPending();

    /**
     * What is dialled in place of {@code +} before a country code: {@code 00} in most of Europe, {@code 011} in North
     * America. {@code none} where nothing is.
     */
    @WithDefault("00")
    String internationalPrefix();

    interface Sip {
        /** The address to listen at, with UDP and TCP; also the one the edge reaches us by (Via, Contact). */
        @WithDefault("127.0.0.1")
        String host();

        /** The port for both. */
        @WithDefault("5070")
        int port();

        /** Where calls to phones and trunks are sent: {@code host:port/transport}. TCP, unless the edge is far away. */
        @WithDefault("127.0.0.1:5060/tcp")
        String edge();

        /**
         * The session interval (RFC 4028) where the party asks for none: a phone that vanished is found after this time
         * at the latest.
         */
        @WithDefault("30m")
        Duration session();

        /** The shortest session interval accepted; shorter ones get 422. RFC 4028 forbids less than 90 s. */
        @WithDefault("90s")
        Duration minimumSession();

        /** T1 of RFC 3261: the time after which a 2xx is repeated first; 64 times this without ACK ends the leg. */
        @WithDefault("500ms")
        Duration t1();
    }

    interface Patience {
        /** For the answer of conference-service and media-adapter; then the caller gets 503 with Retry-After. */
        @WithDefault("5s")
        Duration media();

        /** For a called party to answer; then the caller gets 480. */
        @WithDefault("60s")
        Duration ring();

        /** For an announcement to end; then the caller gets its answer all the same. */
        @WithDefault("15s")
        Duration prompt();

        /** For the prompt of an IVR menu to end; then the caller's time to choose begins all the same. */
        @WithDefault("2m")
        Duration menu();
    }
}
