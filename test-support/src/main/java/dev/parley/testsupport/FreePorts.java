package dev.parley.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** TCP ports that nobody uses at the moment. */
public final class FreePorts {
    private static final int MOST_TRIES = 100;

    private FreePorts() {}

    /** A free port whose successor is free too. */
    public static int pair() {
        for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
            try (ServerSocket first = listen(0);
                    ServerSocket second = listen(first.getLocalPort() + 1)) {
                return Math.min(first.getLocalPort(), second.getLocalPort());
            } catch (IOException taken) {
                // The successor is in use: on to the next attempt.
            }
        }
        throw new IllegalStateException("Found no two free ports in a row");
    }

    /** A free port. */
    public static int one() {
        try (ServerSocket socket = listen(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ServerSocket listen(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }
}
