package dev.parley.media.room;

import dev.parley.contracts.call.CallCommand;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.media.MediaEvent;
import java.util.concurrent.CompletionStage;

/** What media-adapter tells the others; each is done when it cannot be lost any more. */
public interface Announcements {

    /** To the call-control instance that holds the leg. */
    CompletionStage<?> toCallControl(int instance, LegId leg, CallCommand command);

    /** To whoever owns the room. */
    CompletionStage<?> event(RoomId room, MediaEvent event);
}
