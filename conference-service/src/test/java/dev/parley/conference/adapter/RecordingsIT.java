package dev.parley.conference.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.parley.contracts.id.RecordingId;
import dev.parley.contracts.media.MediaEvent.RecordingFinished;
import dev.parley.testsupport.KafkaResource;
import dev.parley.testsupport.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Recordings, from their beginning to their deletion. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(PostgresResource.class)
class RecordingsIT extends RestClient {
    private static final String RECORDINGS = "/v1/tenants/demo/recordings";
    private static final String SOUND = "RIFF0123456789";

    @ConfigProperty(name = "parley.recordings.dir")
    Path folder;

    private String record() {
        openRoom(5);
        join(anna);
        return put("/recording").statusCode(200).extract().path("recording_id");
    }

    private Path finish(String recording) throws IOException {
        delete("/recording").statusCode(200);
        String name = "demo/" + recording + ".wav";
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, SOUND);
        bus.say(new RecordingFinished(room, new RecordingId(recording), name, 62));
        bus.say(new RecordingFinished(room, new RecordingId(recording), name, 62));
        return file;
    }

    @Test
    void aRecordingIsKnownFetchedAndDeleted() throws IOException {
        String id = record();
        String one = RECORDINGS + "/" + id;
        as(key).get(one)
                .then()
                .statusCode(200)
                .body("state", equalTo("recording"))
                .body("started", notNullValue())
                .body("speakers", contains("801"));
        as(key).get(one + "/content").then().statusCode(409).body("code", equalTo("recording_goes_on"));
        as(key).delete(one).then().statusCode(409);
        Path file = finish(id);

        eventually(() -> as(key).get(one)
                .then()
                .body("state", equalTo("finished"))
                .body("seconds", equalTo(62))
                .body("bytes", equalTo(SOUND.length()))
                .body("parts", equalTo(1)));
        as(key).queryParam("room", extension).get(RECORDINGS).then().body("items.id", contains(id));
        assertThat(as(key).get(one + "/content")
                        .then()
                        .statusCode(200)
                        .contentType("audio/wav")
                        .header("Accept-Ranges", "bytes")
                        .extract()
                        .asByteArray())
                .isEqualTo(SOUND.getBytes(StandardCharsets.US_ASCII));
        as(key).delete(one).then().statusCode(204);
        as(key).get(one).then().statusCode(404);
        assertThat(file).doesNotExist();
    }

    @Test
    void aPartOfItCanBeFetched() throws IOException {
        String id = record();
        String content = RECORDINGS + "/" + id + "/content";
        finish(id);
        eventually(() -> as(key).get(content).then().statusCode(200));
        String tag = as(key).get(content).header("ETag");

        assertThat(range(content, "bytes=4-6", tag, 206)).isEqualTo("012");
        assertThat(range(content, "bytes=-3", tag, 206)).isEqualTo("789");
        assertThat(range(content, "bytes=10-", tag, 206)).isEqualTo("6789");
        assertThat(range(content, "bytes=4-6", "\"another\"", 200)).isEqualTo(SOUND);
        assertThat(range(content, "bytes=0-1,3-4", tag, 200)).isEqualTo(SOUND);
        as(key).header("Range", "bytes=14-").get(content).then().statusCode(416);
        as(key).header("Range", "bytes=4-6").get(content).then().header("Content-Range", "bytes 4-6/14");
        as(key).get(content + "?part=2").then().statusCode(400);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    private String range(String content, String range, String condition, int status) {
        return text(as(key).header("Range", range)
                .header("If-Range", condition)
                .get(content)
                .then()
                .statusCode(status)
                .extract()
                .asByteArray());
    }

    @Test
    void nothingOutsideOfTheFolderIsFetched() throws IOException {
        String id = record();
        delete("/recording").statusCode(200);
        Path secret = folder.toAbsolutePath().resolveSibling("secret-" + id);
        Files.writeString(secret, "secret");
        bus.say(new RecordingFinished(room, new RecordingId(id), "../" + secret.getFileName(), 1));

        eventually(() -> as(key).get(RECORDINGS + "/" + id).then().body("state", equalTo("missing")));
        as(key).get(RECORDINGS + "/" + id + "/content").then().statusCode(410);
    }
}
