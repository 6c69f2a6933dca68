package dev.parley.callcontrol.leg;

import dev.parley.contracts.call.CallEvent.LegEnd;

/** What a leg tells the call it is part of. */
public sealed interface LegNotice {
    /** The called party is alerted (180). */
    record Rang() implements LegNotice {}

    /** The called party, or its network, can be heard before it answers. */
    record EarlyMedia() implements LegNotice {}

    /** The called party took the call; its media is agreed. */
    record Accepted() implements LegNotice {}

    /** The caller acknowledged our 200; its media is agreed. */
    record Acknowledged() implements LegNotice {}

    /** The called party does not take the call. The leg is gone. */
    record Rejected(int status, boolean rang, boolean earlyMedia) implements LegNotice {}

    /** The party has agreed to the media of the other room; it is there now. */
    record Moved() implements LegNotice {}

    /** The party stays where it is; with 491, because it wanted something itself. */
    record NotMoved(int status) implements LegNotice {}

    record Held() implements LegNotice {}

    record Resumed() implements LegNotice {}

    record Digit(String digit) implements LegNotice {}

    /** The leg is gone. */
    record Over(LegEnd end) implements LegNotice {}
}
