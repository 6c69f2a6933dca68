package dev.parley.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.platform.LocalPostgres;
import dev.parley.testsupport.PostgresResource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an installation has had goes on working after an upgrade. */
class MigratingTest {
    private static final String OWNER = "directory";

    private LocalPostgres postgres;

    @BeforeEach
    void installEarlierVersion() throws SQLException {
        postgres = PostgresResource.startPostgres();
        migrate("52");
        run("""
                insert into resource (tenant, kind, name, body) values
                    ('', 'tenants', 'demo', '{"tenant": "demo", "domain": "demo.test"}'),
                    ('', 'tenants', 'acme', '{"tenant": "acme", "domain": "acme.test"}'),
                    ('demo', 'numbers', '+493090', '{"number": "+493090", "destination": "910"}'),
                    ('acme', 'numbers', '+49309012', '{"number": "+49309012", "destination": "910"}'),
                    ('', 'trunks', 'pstn', '{"name": "pstn", "source_address": "192.0.2.1", "source_port": 5060}'),
                    ('acme', 'trunks', 'own', '{"name": "own", "source_address": "192.0.2.1", "source_port": 0}')
                """);
    }

    @AfterEach
    void close() throws IOException {
        postgres.close();
    }

    @Test
    void numbersInUseAreAllottedToThoseWhoUseThem() throws SQLException {
        migrate("latest");

        assertThat(read("select tenant, name, body ->> 'range', body ->> 'match' from resource"
                        + " where kind = 'number-ranges' order by name"))
                .containsExactly("demo +493090 +493090 exact", "acme +49309012 +49309012 exact");
    }

    @Test
    void onlyTheOperatorsTrunksAreKnownByTheirSource() throws SQLException {
        migrate("latest");

        assertThat(read("select name, body ->> 'source_confirmed', body ->> 'number_format' from resource"
                        + " where kind = 'trunks' order by name"))
                .containsExactly("own false e164", "pstn true e164");
    }

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(postgres.url(), OWNER, OWNER)
                .schemas(OWNER)
                .createSchemas(false)
                .target(target)
                .load()
                .migrate();
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> read(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                List<String> columns = new ArrayList<>();
                for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
                    columns.add(found.getString(column));
                }
                rows.add(String.join(" ", columns));
            }
            return rows;
        }
    }

    private Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(postgres.url(), OWNER, OWNER);
        connection.setSchema(OWNER);
        return connection;
    }
}
