package dev.parley.callcontrol.adapter.kafka;

import dev.parley.callcontrol.switchboard.Switchboard;
import dev.parley.contracts.call.CallCommand;
import dev.parley.messaging.MessageReader;
import dev.parley.messaging.RecordTrace;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Commands to the legs of this instance, from its own partition. */
@ApplicationScoped
public class CallCommandConsumer {
    /** Begins paused: until the calls of the process before this one are recalled. */
    public static final String CALL_COMMANDS = "call-commands";

    private final MessageReader<CallCommand> reader;
    private final Switchboard switchboard;

    CallCommandConsumer(Switchboard switchboard, MeterRegistry meters) {
        this.switchboard = switchboard;
        this.reader = new MessageReader<>(CallCommand.class, meters);
    }

    /** Done as soon as the command waits in its call's lane. */
    @Incoming(CALL_COMMANDS)
    CompletionStage<Void> commanded(ConsumerRecord<String, byte @Nullable []> consumed) {
        RecordTrace.within(consumed, () -> reader.read(consumed).ifPresent(switchboard::commanded));
        return CompletableFuture.completedFuture(null);
    }
}
