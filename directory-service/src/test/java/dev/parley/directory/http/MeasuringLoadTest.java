package dev.parley.directory.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testsupport.KafkaResource;
import dev.parley.testsupport.PostgresResource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.function.DoubleSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What autoscaling goes by. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "owner", value = "directory"))
class MeasuringLoadTest {
    @Inject
    MeterRegistry meters;

    @Test
    void requestsAreTheLoad() {
        DoubleSupplier rate = () -> meters.get("parley_load_used")
                .tag("limit", "requests_per_second")
                .gauge()
                .value();
        assertThat(rate.getAsDouble()).isNotNegative();

        // The time of an answer is kept when it has been sent, which may be after it has been read.
        Awaitility.await().untilAsserted(() -> {
            Api.get(Api.DEMO).then().statusCode(200);
            assertThat(rate.getAsDouble()).isPositive();
        });
        assertThat(meters.get("parley_load_ratio").gauge().value()).isPositive();
    }
}
