package dev.parley.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class LimitingTest {
    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong clock = new AtomicLong(42 * SECOND);
    private final Buckets buckets = new Buckets(new Bucket.Limit(10, 20), clock::get);

    @Test
    void aBurstIsAllowedAndThenTheRate() {
        assertThat(allowed(25)).isEqualTo(20);

        clock.addAndGet(SECOND);

        assertThat(allowed(25)).isEqualTo(10);
    }

    @Test
    void everybodyHasABucketOfTheirOwn() {
        allowed(25);

        assertThat(buckets.take("another").allowed()).isTrue();
    }

    @Test
    void theReportSaysWhatIsLeftAndForHowLong() {
        allowed(19);
        assertThat(buckets.take("one")).isEqualTo(new Bucket.Taken(true, 0, 2, 0));
        assertThat(buckets.take("one")).isEqualTo(new Bucket.Taken(false, 0, 2, 1));
    }

    @Test
    void lookingTakesNothing() {
        allowed(19);

        assertThat(buckets.look("one").allowed()).isTrue();
        assertThat(buckets.look("one").allowed()).isTrue();
        assertThat(buckets.take("one").allowed()).isTrue();
        assertThat(buckets.look("one").allowed()).isFalse();
    }

    @Test
    void aLimitThatLetsNobodyInIsRefused() {
        assertThatThrownBy(() -> new Bucket.Limit(0, 1)).hasMessageContaining("rate above 0");
        assertThatThrownBy(() -> new Bucket.Limit(1, 0)).hasMessageContaining("burst of at least 1");
    }

    /** However requests come, no more than burst + rate × time get through, and a clock that goes back gives nothing. */
    @RepeatedTest(100)
    void neverMoreThanBurstAndRate(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        long start = clock.get();
        int passed = 0;
        for (int request = 0; request < 500; request++) {
            clock.addAndGet(random.nextLong(-SECOND / 100, SECOND / 20));
            passed += buckets.take("one").allowed() ? 1 : 0;
        }
        double seconds = (double) (clock.get() - start + SECOND / 100) / SECOND;
        assertThat((double) passed).isLessThanOrEqualTo(20 + 10 * seconds + 1);
    }

    private long allowed(int requests) {
        return IntStream.range(0, requests)
                .filter(request -> buckets.take("one").allowed())
                .count();
    }
}
