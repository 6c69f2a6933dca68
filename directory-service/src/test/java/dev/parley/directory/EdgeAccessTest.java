package dev.parley.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.directory.credential.Ha1;
import dev.parley.testsupport.KafkaResource;
import dev.parley.testsupport.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Kamailio finds in the database, as its own role. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "owner", value = "directory"))
class EdgeAccessTest {
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @Test
    void seesTheAccountsOfATenantByItsDomain() throws SQLException {
        Ha1 expected = Ha1.of("803", "acme.parley.test", "parley-acme-803");

        assertThat(asEdge("select tenant, ha1, ha1_sha256 from directory.edge_account"
                        + " where domain = 'acme.parley.test' and username = '803'"))
                .containsExactly(List.of("acme", expected.md5(), expected.sha256()));
    }

    @Test
    void seesWhoATrunkIsAndWhoseANumberIs() throws SQLException {
        assertThat(asEdge("select name, tenant from directory.edge_trunk"
                        + " where source_address = '127.0.0.1' and source_port = 5090"))
                .containsExactly(List.of("pstn", ""));
        assertThat(asEdge("select tenant, domain from directory.edge_number where number = '+4930900910'"))
                .containsExactly(List.of("demo", "demo.parley.test"));
    }

    /** A tenant may write any source address into its trunk; it counts once the operator has confirmed it. */
    @Test
    void seesTheSourceOfATenantsTrunkOnlyWhenItIsConfirmed() throws SQLException {
        asDirectory("insert into directory.resource (tenant, kind, name, body) values"
                + " ('demo', 'trunks', 'edge-claims', '{\"host\": \"192.0.2.1\", \"port\": 5060, \"transport\": \"udp\","
                + " \"source_address\": \"192.0.2.1\", \"source_port\": 0}'),"
                + " ('demo', 'trunks', 'edge-has', '{\"host\": \"192.0.2.2\", \"port\": 5060, \"transport\": \"udp\","
                + " \"source_address\": \"192.0.2.2\", \"source_port\": 0, \"source_confirmed\": true,"
                + " \"number_format\": \"national\", \"country_code\": \"49\"}')");
        try {
            assertThat(asEdge("select name, source_address is null, number_format, country_code, national_prefix,"
                            + " international_prefix from directory.edge_trunk where name like 'edge-%' order by name"))
                    .containsExactly(
                            List.of("edge-claims", "t", "e164", "", "0", "00"),
                            List.of("edge-has", "f", "national", "49", "0", "00"));
        } finally {
            asDirectory("delete from directory.resource where name like 'edge-%'");
        }
    }

    @Test
    void keepsLocationsInTablesOfTheVersionsItExpects() throws SQLException {
        assertThat(asEdge("select table_version from version where table_name = 'location'"))
                .containsExactly(List.of("9"));
        assertThat(asEdge("select count(*) from location")).containsExactly(List.of("0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"resource", "secret", "reference", "prompt_use", "audit", "idempotency", "outbox"})
    void seesNoTable(String table) {
        assertThatThrownBy(() -> asEdge("select * from directory." + table))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    private void asDirectory(String change) throws SQLException {
        try (Connection owner = DriverManager.getConnection(url, "directory", "directory");
                Statement statement = owner.createStatement()) {
            statement.executeUpdate(change);
        }
    }

    private List<List<String>> asEdge(String query) throws SQLException {
        try (Connection edge = DriverManager.getConnection(url, "kamailio", "kamailio");
                Statement statement = edge.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            List<List<String>> rows = new ArrayList<>();
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
                    row.add(found.getString(column));
                }
                rows.add(row);
            }
            return rows;
        }
    }
}
