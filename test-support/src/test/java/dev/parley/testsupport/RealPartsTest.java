package dev.parley.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.platform.EmbeddedKafka;
import dev.parley.platform.LocalPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class RealPartsTest {
    @Test
    void kafkaTakesARecordAndGivesItBack() throws Exception {
        try (EmbeddedKafka kafka = KafkaResource.startKafka()) {
            Map<String, Object> settings = Map.of(
                    "bootstrap.servers", kafka.bootstrapServers(), "group.id", "test", "auto.offset.reset", "earliest");
            try (Admin admin = Admin.create(settings)) {
                admin.createTopics(List.of(new NewTopic("words", 1, (short) 1)))
                        .all()
                        .get();
            }
            try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
                    var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
                producer.send(new ProducerRecord<>("words", "key", "value")).get();
                consumer.subscribe(List.of("words"));

                var records = consumer.poll(Duration.ofSeconds(20));

                assertThat(records)
                        .singleElement()
                        .satisfies(record -> assertThat(record.value()).isEqualTo("value"));
            }
        }
    }

    @Test
    void eachOwnerWritesItsOwnSchemaAndTheEdgeReadsOnlyWhatItIsGranted() throws Exception {
        try (LocalPostgres postgres = PostgresResource.startPostgres()) {
            execute(postgres, "directory", "create table account (name text)");
            execute(postgres, "directory", "insert into account values ('801')");
            execute(postgres, "directory", "create view edge_account as select name from account");
            execute(postgres, "directory", "grant usage on schema directory to kamailio");
            execute(postgres, "directory", "grant select on edge_account to kamailio");
            execute(postgres, "kamailio", "select name from directory.edge_account");

            assertThatThrownBy(() -> execute(postgres, "kamailio", "select name from directory.account"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> execute(postgres, "conference", "select name from directory.account"))
                    .hasMessageContaining("permission denied");
        }
    }

    private static void execute(LocalPostgres postgres, String owner, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(postgres.url(), owner, owner);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
