package dev.parley.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.platform.LocalPostgres;
import dev.parley.platform.PostgresProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept in a directory outlives the process that served it, however that ended. */
class SurvivingTest {
    @TempDir
    Path directory;

    @Test
    void aCommitSurvivesTheKillOfTheProcessAndTheServerLeftBehindIsReplaced() throws Exception {
        Path data = directory.resolve("data");
        int port = FreePorts.one();
        Process first = startAndAwait(data, port);
        execute(port, "create table kept (word text)");
        execute(port, "insert into kept values ('still here')");
        long serverLeftBehind = postmaster(data);

        first.destroyForcibly().waitFor();
        assertThat(ProcessHandle.of(serverLeftBehind)).isPresent();

        try (LocalPostgres second = LocalPostgres.start(Optional.of(data), port, Map.of(), true)) {
            assertThat(word(second.port())).isEqualTo("still here");
            assertThat(postmaster(data)).isNotEqualTo(serverLeftBehind);
        }
    }

    private static Process startAndAwait(Path data, int port) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        PostgresProcess.class.getName(),
                        data.toString(),
                        Integer.toString(port))
                .redirectErrorStream(true)
                .start();
        BufferedReader output = process.inputReader();
        String line = output.readLine();
        while (line != null && !line.startsWith("PostgreSQL is ready")) {
            line = output.readLine();
        }
        assertThat(line).as("the line that says it is ready").isNotNull();
        return process;
    }

    private static long postmaster(Path data) throws IOException {
        return Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
    }

    private static String word(int port) throws SQLException {
        try (Connection connection = connect(port);
                var found = connection.createStatement().executeQuery("select word from kept")) {
            assertThat(found.next()).isTrue();
            return found.getString(1);
        }
    }

    private static void execute(int port, String sql) throws SQLException {
        try (Connection connection = connect(port);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(int port) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/parley", "conference", "conference");
    }
}
