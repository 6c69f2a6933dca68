package dev.parley.systemtests.torture;

import dev.parley.systemtests.wire.WireTenant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;

/**
 * A row of {@code rfc4475/expected.csv}: one message of RFC 4475 and what may be answered to it.
 *
 * @param features what must stay as it is when the message is adapted: {@code user} parts, {@code credentials}
 */
record TortureMessage(
        String section,
        String name,
        List<String> features,
        List<String> stranger,
        List<String> phone,
        List<String> trunk,
        List<String> stream) {
    /** Who sends it. */
    enum Sender {
        /** Nobody's address, and the message bit by bit as it stands in the RFC. */
        STRANGER("127.0.0.77"),
        /** A telephone: adapted, and its challenge answered. */
        PHONE("127.0.0.76"),
        /** A carrier: adapted, from the address of a trunk. */
        TRUNK(WireTenant.GATEWAY);

        private final String host;

        Sender(String host) {
            this.host = host;
        }

        String host() {
            return host;
        }
    }

    static TortureMessage of(ArgumentsAccessor row) {
        return new TortureMessage(
                row.getString(0),
                row.getString(1),
                words(row.getString(2)),
                words(row.getString(3)),
                words(row.getString(4)),
                words(row.getString(5)),
                words(row.getString(6)));
    }

    private static List<String> words(String cell) {
        return cell == null || cell.isBlank()
                ? List.of()
                : Arrays.asList(cell.strip().split(" +"));
    }

    byte[] bytes() {
        String file = "/rfc4475/" + section + "-" + name + ".dat";
        try (InputStream in = TortureMessage.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("There is no " + file);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Statuses, {@code closed} for a closed connection, {@code -} for silence. */
    List<String> allowed(Sender sender, boolean overStream) {
        if (overStream && !stream.isEmpty()) {
            return stream;
        }
        return switch (sender) {
            case STRANGER -> stranger;
            case PHONE -> phone;
            case TRUNK -> trunk;
        };
    }

    boolean keeps(String feature) {
        return features.contains(feature);
    }

    @Override
    public String toString() {
        return section + " " + name;
    }
}
