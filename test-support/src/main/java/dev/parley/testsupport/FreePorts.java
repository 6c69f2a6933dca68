package dev.parley.testsupport;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports that nobody uses at the moment, neither TCP nor UDP. They lie below those that systems give to whoever asks for
 * any port: between being found and being used, no connection of anybody's takes them.
 */
public final class FreePorts {
    private static final int FIRST = 10_000;
    private static final int LAST = 14_998;
    private static final int MOST_TRIES = 100;
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private FreePorts() {}

    /** A free port whose successor is free too. */
    public static int pair() {
        for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
            int first = ThreadLocalRandom.current().nextInt(FIRST, LAST);
            if (isFree(first) && isFree(first + 1) && GIVEN.add(first) && GIVEN.add(first + 1)) {
                return first;
            }
        }
        throw new IllegalStateException("Found no two free ports in a row");
    }

    /** A free port. */
    public static int one() {
        for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
            if (isFree(port) && GIVEN.add(port)) {
                return port;
            }
        }
        throw new IllegalStateException("Found no free port");
    }

    private static boolean isFree(int port) {
        InetAddress here = InetAddress.getLoopbackAddress();
        try (var _ = new ServerSocket(port, 1, here);
                var _ = new DatagramSocket(port, here)) {
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
