package dev.parley.callcontrol.config;

import dev.parley.callcontrol.adapter.kafka.CallCommandConsumer;
import dev.parley.callcontrol.adapter.kafka.DirectoryView;
import dev.parley.callcontrol.adapter.kafka.KafkaOutbox;
import dev.parley.callcontrol.adapter.sip.KeyedSipPort;
import dev.parley.callcontrol.adapter.sip.SipServer;
import dev.parley.callcontrol.call.CallDecider;
import dev.parley.callcontrol.call.CallSettings;
import dev.parley.callcontrol.dialplan.DialPlan;
import dev.parley.callcontrol.leg.LegSettings;
import dev.parley.callcontrol.switchboard.Door;
import dev.parley.callcontrol.switchboard.Meters;
import dev.parley.callcontrol.switchboard.StoredCalls;
import dev.parley.callcontrol.switchboard.Switchboard;
import dev.parley.callcontrol.switchboard.Wires;
import dev.parley.contracts.id.LegId;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.ChannelRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;

/** Puts the parts together. */
@ApplicationScoped
public class Wiring {
    /** T2 of RFC 3261 §17.1.2.2. */
    private static final Duration T2 = Duration.ofSeconds(4);

    private final CallControlConfig config;
    private final SipKeyConfig secret;

    Wiring(CallControlConfig config, SipKeyConfig secret) {
        this.config = config;
        this.secret = secret;
    }

    @Produces
    @Singleton
    DirectoryView directory(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        return new DirectoryView(kafka);
    }

    void stop(@Disposes DirectoryView directory) {
        directory.close();
    }

    @Produces
    @Singleton
    Meters meters(MeterRegistry registry) {
        return new Meters(registry);
    }

    @Produces
    @Singleton
    Switchboard switchboard(
            DirectoryView directory,
            KafkaOutbox outbox,
            StoredCalls stored,
            ScheduledExecutorService clock,
            Meters meters,
            MeterRegistry registry,
            TakesCalls readiness) {
        CallControlConfig.Sip sip = config.sip();
        String prefix = config.internationalPrefix().equals("none") ? "" : config.internationalPrefix();
        DialPlan dialPlan = new DialPlan(directory.directory(), prefix);
        Door door = new Door(
                new Door.Rules(secret.key(), config.maxPending(), sip.minimumSession(), sip.host(), sip.port()),
                dialPlan,
                () -> new LegId(UUID.randomUUID().toString()));
        Switchboard switchboard = new Switchboard(
                door,
                new CallDecider(settings(sip), dialPlan),
                new Wires(outbox, stored, clock, Clock.systemUTC()),
                meters,
                readiness::now);
        Gauge.builder("parley_call_legs", switchboard, Switchboard::legs)
                .description("Legs held")
                .register(registry);
        Gauge.builder("parley_call_outside", switchboard, Switchboard::outsideCalls)
                .description("Calls to the outside")
                .register(registry);
        Gauge.builder("parley_call_pending", switchboard, Switchboard::pending)
                .description("Callers who wait for their final answer")
                .register(registry);
        return switchboard;
    }

    private CallSettings settings(CallControlConfig.Sip sip) {
        return new CallSettings(
                new LegSettings(config.instance(), sip.session(), sip.minimumSession(), sip.t1(), T2),
                "<sip:" + sip.host() + ":" + sip.port() + ";transport=tcp>",
                secret.key(),
                config.patience().media(),
                config.patience().ring(),
                config.patience().prompt(),
                config.patience().menu());
    }

    @Produces
    @Singleton
    @Startup
    SipServer sip(Switchboard switchboard, ScheduledExecutorService clock, ChannelRegistry channels) {
        CallControlConfig.Sip sip = config.sip();
        Runnable goOn = switchboard.recall();
        SipServer server = new SipServer(sip.host(), sip.port(), sip.edge(), switchboard, clock);
        switchboard.plug(new KeyedSipPort(server.port(), secret.key()));
        server.listen();
        goOn.run();
        // What is said of calls that nobody has recalled yet would be lost.
        channels.getPausable(CallCommandConsumer.CALL_COMMANDS).resume();
        return server;
    }

    void stop(@Disposes SipServer server) {
        server.close();
    }
}
