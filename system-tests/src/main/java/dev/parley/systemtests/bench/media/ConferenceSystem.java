package dev.parley.systemtests.bench.media;

import dev.parley.systemtests.net.Loop;
import dev.parley.systemtests.sip.UserAgent;
import java.util.List;
import java.util.function.Consumer;

/** A system that is measured: where its rooms are called, and which processes are its own. */
interface ConferenceSystem extends AutoCloseable {
    String name();

    /** The processes by the names that {@code ./parley} gives them: first those whose work is sound. */
    List<String> soundParts();

    List<String> allParts();

    /** Whether it has calls of two that are no conference: then there is somebody who is called. */
    boolean callsTwoParties();

    /** From where its rooms are called. */
    UserAgent caller(Loop loop);

    /** Somebody who can be called, and is now; for {@link #callsTwoParties()} alone. */
    UserAgent callee(Loop loop, Consumer<UserAgent.IncomingInvite> ringing);

    /** Makes rooms of which each can be called. */
    void prepare(MediaLoad load);

    /** The SIP URI of a room. */
    String room(MediaLoad load, int room);

    /** Whether it has let go of all legs, and says so. */
    boolean isEmpty();

    @Override
    void close();
}
