package dev.parley.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * PostgreSQL as a process of its own, durable: {@code PostgresProcess <directory> <port> [<file>]}. Ends gracefully on
 * SIGTERM.
 *
 * <p>Without a file it serves this machine alone and asks for no password. With one it serves the network, asks for the
 * password, and makes the file once database and roles are there.
 *
 * <p>Passwords come from the environment: {@code PARLEY_DB_PASSWORD_DIRECTORY} and so on for each owner.
 */
public final class PostgresProcess {
    private PostgresProcess() {}

    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        Path directory = Path.of(arguments[0]);
        int port = Integer.parseInt(arguments[1]);
        LocalPostgres postgres;
        if (arguments.length > 2) {
            Path ready = Path.of(arguments[2]);
            Files.deleteIfExists(ready);
            postgres = LocalPostgres.serve(directory, port, passwords());
            Files.createFile(ready);
        } else {
            postgres = LocalPostgres.start(Optional.of(directory), port, passwords(), true);
        }
        // It stops itself, by a shutdown hook of its own.
        System.out.println("PostgreSQL is ready at " + postgres.url());
        Thread.currentThread().join();
    }

    private static Map<String, String> passwords() {
        return LocalPostgres.OWNERS.stream()
                .filter(owner -> System.getenv(variable(owner)) != null)
                .collect(Collectors.toMap(owner -> owner, owner -> System.getenv(variable(owner))));
    }

    private static String variable(String owner) {
        return "PARLEY_DB_PASSWORD_" + owner.toUpperCase(Locale.ROOT);
    }
}
