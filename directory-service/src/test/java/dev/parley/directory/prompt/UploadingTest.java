package dev.parley.directory.prompt;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import dev.parley.contracts.Topics;
import dev.parley.testsupport.KafkaResource;
import dev.parley.testsupport.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "owner", value = "directory"))
class UploadingTest {
    private static final String DEMO = "pk_demodemo_000000000000000000000000000000000000demo";
    private static final String ACME = "pk_demoacme_000000000000000000000000000000000000acme";
    private static final String PROMPTS = "/v1/tenants/demo/prompts";
    private static final byte[] WAV = WavFile.write(new Sound(new float[48_000], 48_000));

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    @Test
    void aPromptComesBackAsCallersHearIt() {
        String path = PROMPTS + "/en/greeting";
        String made = put(path)
                .then()
                .statusCode(201)
                .body("seconds", equalTo(1f))
                .extract()
                .header("ETag");
        put(path).then().statusCode(200);

        byte[] heard = with(DEMO)
                .get(path)
                .then()
                .statusCode(200)
                .contentType("audio/wav")
                .extract()
                .asByteArray();

        assertThat(heard).hasSize(44 + 2 * 16_000);
        with(DEMO).get(PROMPTS).then().body("items.name", hasItem("greeting"));
        with(DEMO).header("If-Match", made).delete(path).then().statusCode(412);
        String now = with(DEMO).get(path).header("ETag");
        with(DEMO).header("If-None-Match", now).get(path).then().statusCode(304);
        with(DEMO).delete(path + "?dry_run=true").then().statusCode(204);
        with(DEMO).header("If-Match", now).delete(path).then().statusCode(204);
        with(DEMO).get(path).then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void everybodyIsToldOfAPromptAndOfItsEnd() {
        String path = PROMPTS + "/de/told";
        try (KafkaConsumer<String, byte[]> topic = topic()) {
            Map<String, byte[]> seen = new HashMap<>();
            put(path).then().statusCode(201);
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                topic.poll(Duration.ofMillis(100)).forEach(record -> seen.put(record.key(), record.value()));
                assertThat(seen.get("demo/de/told")).hasSize(44 + 2 * 16_000);
            });

            with(DEMO).delete(path).then().statusCode(204);

            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                topic.poll(Duration.ofMillis(100)).forEach(record -> seen.put(record.key(), record.value()));
                assertThat(seen).containsKey("demo/de/told");
                assertThat(seen.get("demo/de/told")).isNull();
            });
        }
    }

    @Test
    void whatAMenuPlaysStays() {
        String path = PROMPTS + "/en/our-menu";
        put(path).then().statusCode(201);
        with(DEMO)
                .contentType("application/json")
                .body(Map.of(
                        "type",
                        "ivr",
                        "extension",
                        "799",
                        "name",
                        "Ours",
                        "menu",
                        Map.of("prompt", "our-menu", "choices", Map.of("1", "801"))))
                .post("/v1/tenants/demo/extensions")
                .then()
                .statusCode(201);

        with(DEMO).delete(path).then().statusCode(409).body("errors.pointer", hasItem("/extensions/799/menu/prompt"));

        with(DEMO).delete("/v1/tenants/demo/extensions/799").then().statusCode(204);
        with(DEMO).delete(path).then().statusCode(204);
    }

    @Test
    void whatParleyBringsItselfCanAlwaysGo() {
        put(PROMPTS + "/en/welcome").then().statusCode(201);

        with(DEMO).delete(PROMPTS + "/en/welcome").then().statusCode(204);
    }

    @Test
    void anothersPromptIsNotThere() {
        put(PROMPTS + "/en/ours").then().statusCode(201);

        with(ACME).get(PROMPTS + "/en/ours").then().statusCode(404);
        with(ACME).get("/v1/tenants/acme/prompts/en/ours").then().statusCode(404);
        with(ACME).get("/v1/tenants/acme/prompts").then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void whatIsNoSoundOrTooMuchIsRefused() {
        with(DEMO)
                .contentType("audio/wav")
                .body("not a sound".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .put(PROMPTS + "/en/bad")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors[0].code", equalTo("not_wav"));
        with(DEMO)
                .contentType("audio/wav")
                .body(Arrays.copyOf(WAV, PromptDesk.MOST_BYTES + 1))
                .put(PROMPTS + "/en/bad")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("detail", notNullValue());
        with(DEMO)
                .contentType("audio/mpeg")
                .body(WAV)
                .put(PROMPTS + "/en/bad")
                .then()
                .statusCode(415);
        with(DEMO).get(PROMPTS + "/en/bad").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/en/.hidden", "/en/a%20b", "/en/%00", "/e.n/name", "/en/..%2F..%2Fetc"})
    void namesThatAreNoFilesAreRefused(String name) {
        assertThat(put(PROMPTS + name).statusCode()).isBetween(400, 422);
        assertThat(with(DEMO).get(PROMPTS + name).statusCode()).isBetween(400, 404);
        assertThat(with(DEMO).delete(PROMPTS + name).statusCode()).isBetween(400, 404);
    }

    private static io.restassured.response.Response put(String path) {
        return with(DEMO).contentType("audio/wav").body(WAV).put(path);
    }

    private static RequestSpecification with(String key) {
        return given().urlEncodingEnabled(false).header("Authorization", "Bearer " + key);
    }

    private KafkaConsumer<String, byte[]> topic() {
        KafkaConsumer<String, byte[]> topic = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        brokers,
                        "group.id",
                        UUID.randomUUID().toString(),
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        topic.subscribe(List.of(Topics.DIRECTORY_PROMPTS));
        return topic;
    }
}
