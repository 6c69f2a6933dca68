package dev.parley.conference.adapter.in.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.conference.application.StorageUnavailable;
import io.quarkus.runtime.ShutdownEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private final Patience patience = new Patience();

    @Test
    void itTriesUntilTheStorageIsBackAndSaysMeanwhileThatSomethingWaits() {
        List<Integer> waiting = new ArrayList<>();

        patience.insist(() -> {
            waiting.add(patience.waiting());
            if (waiting.size() < 3) {
                throw away();
            }
        });

        assertThat(waiting).containsExactly(0, 1, 1);
        assertThat(patience.waiting()).isZero();
    }

    @Test
    void aBugIsNotTriedAgain() {
        List<Integer> tries = new ArrayList<>();

        assertThatThrownBy(() -> patience.insist(() -> {
                    tries.add(1);
                    throw new IllegalStateException("a bug");
                }))
                .hasMessage("a bug");
        assertThat(tries).hasSize(1);
    }

    @Test
    void itGivesUpWhenTheServiceStops() {
        patience.stop(new ShutdownEvent());

        assertThatThrownBy(() -> patience.insist(() -> {
                    throw away();
                }))
                .isInstanceOf(StorageUnavailable.class);
    }

    private static StorageUnavailable away() {
        return new StorageUnavailable("away", new IOException("connection refused"));
    }
}
