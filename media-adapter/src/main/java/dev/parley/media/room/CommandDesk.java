package dev.parley.media.room;

import dev.parley.contracts.media.MediaCommand;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Hands what is asked of a leg to whoever does it. */
final class CommandDesk {
    private static final CompletionStage<?> NOTHING = CompletableFuture.completedFuture(null);

    private final LegDesk legs;
    private final PromptPlayer prompts;
    private final NameDesk names;
    private final KeyPresser keys;

    CommandDesk(LegDesk legs, PromptPlayer prompts, NameDesk names, KeyPresser keys) {
        this.legs = legs;
        this.prompts = prompts;
        this.names = names;
        this.keys = keys;
    }

    /** Done when its answer cannot be lost. */
    CompletionStage<?> carryOut(Room room, MediaCommand command) {
        return switch (command) {
            case MediaCommand.OpenLeg open -> legs.open(room, open);
            case MediaCommand.NegotiateLeg negotiate -> legs.negotiate(room, negotiate);
            case MediaCommand.CloseLeg _ -> of(room, command, leg -> legs.close(room, leg));
            case MediaCommand.PlayPrompt play -> of(room, command, leg -> prompts.play(room, leg, play));
            case MediaCommand.StopPrompt _ -> of(room, command, leg -> prompts.stop(room, leg));
            case MediaCommand.SendDigit send -> of(room, command, leg -> keys.press(room, leg, send.digit()));
            case MediaCommand.RecordName name ->
                // Whoever waits for the name of a leg that is gone is told that there is none.
                room.leg(name.leg())
                        .<CompletionStage<?>>map(leg -> names.record(room, leg, name))
                        .orElseGet(() -> names.leaveOut(name));
            case MediaCommand.EndName end ->
                room.leg(end.leg())
                        .<CompletionStage<?>>map(leg -> names.end(room, leg))
                        .orElse(NOTHING);
        };
    }

    /** The answer while rtpengine does not say whether there is such a room. */
    CompletionStage<?> refuse(MediaCommand command) {
        return legs.refuse(command);
    }

    private static CompletionStage<?> of(Room room, MediaCommand command, Consumer<Leg> task) {
        room.leg(command.leg()).ifPresent(task);
        return NOTHING;
    }
}
