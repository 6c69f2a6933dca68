package dev.parley.systemtests.phone;

import dev.parley.systemtests.audio.Tone;
import dev.parley.systemtests.net.Address;
import dev.parley.systemtests.net.Loop;
import dev.parley.systemtests.sip.Account;
import dev.parley.systemtests.world.World;
import java.net.InetSocketAddress;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;

/** A box of phones: each has a tone of its own, all share two threads. Closing it closes them. Thread-safe. */
public final class TestPhones implements AutoCloseable {
    private final World world;
    private final Loop signalling = new Loop("signalling");
    private final Loop audio = new Loop("audio");
    private final AtomicInteger tones = new AtomicInteger();
    private final Deque<TestPhone> phones = new ConcurrentLinkedDeque<>();

    public TestPhones(World world) {
        this.world = world;
    }

    /** A phone with an account of the tenant; not registered yet. */
    public TestPhone phone(String tenant, String user) {
        return phone(world.tenant(tenant).account(user), false);
    }

    public TestPhone tcpPhone(String tenant, String user) {
        return phone(world.tenant(tenant).account(user), true);
    }

    /** A phone with any account, also a wrong one. */
    public TestPhone phone(Account account) {
        return phone(account, false);
    }

    private TestPhone phone(Account account, boolean tcp) {
        InetSocketAddress proxy = world.sip().address();
        return add(new TestPhone.Line(nameFor(account), account, proxy, Address.towards(proxy), tcp, account.domain()));
    }

    /** The other end of a trunk, which calls from this number. */
    public TestPhone carrier(String trunk, String callingNumber) {
        return carrier(world.trunk(trunk), callingNumber);
    }

    /** The same for a trunk that a test has made; its port 0 means that each number calls from another port. */
    public TestPhone carrier(World.Trunk there, String callingNumber) {
        World.Sip us = world.sip();
        return add(new TestPhone.Line(
                there.name(),
                new Account(callingNumber, there.port() == 0 ? there.host() : there.host() + ":" + there.port(), ""),
                us.address(),
                there.address(),
                false,
                us.host() + ":" + us.port()));
    }

    // Two tenants may both have an 801.
    private String nameFor(Account account) {
        boolean taken = phones.stream().anyMatch(phone -> phone.name().equals(account.user()));
        return taken ? account.user() + "@" + account.domain().split("[.]", 2)[0] : account.user();
    }

    private TestPhone add(TestPhone.Line line) {
        TestPhone phone = new TestPhone(line, Tone.of(tones.getAndIncrement()), signalling, audio);
        phones.addFirst(phone);
        return phone;
    }

    /** Closes every phone, also when another could not be closed as it should. */
    @Override
    public void close() {
        RuntimeException trouble = null;
        for (TestPhone phone : phones) {
            try {
                phone.close();
            } catch (RuntimeException | CallFailed e) {
                trouble = new IllegalStateException("A phone could not be put away", e);
            }
        }
        signalling.close();
        audio.close();
        if (trouble != null) {
            throw trouble;
        }
    }
}
