package dev.parley.systemtests.bench.media;

import dev.parley.systemtests.net.Address;
import dev.parley.systemtests.net.Loop;
import dev.parley.systemtests.sip.Account;
import dev.parley.systemtests.sip.UserAgent;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.Consumer;

/** Asterisk's, as {@code benchmarks/asterisk} configures it: each number is a room. */
final class ConfBridge implements ConferenceSystem {
    private static final InetSocketAddress ADDRESS = Address.of("127.0.0.1", 5066);
    private static final int FIRST_ROOM = 95_000;

    @Override
    public String name() {
        return "ConfBridge";
    }

    @Override
    public List<String> soundParts() {
        return List.of("asterisk");
    }

    @Override
    public List<String> allParts() {
        return soundParts();
    }

    @Override
    public boolean callsTwoParties() {
        return false;
    }

    @Override
    public UserAgent caller(Loop loop) {
        return UserAgent.udp(
                loop, new Account("caller", "127.0.0.1", ""), ADDRESS, Address.towards(ADDRESS), incoming -> {});
    }

    @Override
    public UserAgent callee(Loop loop, Consumer<UserAgent.IncomingInvite> ringing) {
        throw new UnsupportedOperationException("There are rooms alone");
    }

    @Override
    public void prepare(MediaLoad load) {
        // Every number is a room.
    }

    @Override
    public String room(MediaLoad load, int room) {
        return "sip:%d@%s:%d".formatted(FIRST_ROOM + room, ADDRESS.getHostString(), ADDRESS.getPort());
    }

    @Override
    public boolean isEmpty() {
        return true;
    }

    @Override
    public void close() {
        // Nothing was made.
    }
}
