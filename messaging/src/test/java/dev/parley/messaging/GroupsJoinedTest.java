package dev.parley.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.platform.EmbeddedKafka;
import dev.parley.testsupport.KafkaResource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberToRemove;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** With consumers of a real Kafka. Each test has groups of its own. */
class GroupsJoinedTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TOPIC = "inputs";

    private static EmbeddedKafka kafka;
    private static Admin admin;

    private final String group = "group-" + UUID.randomUUID();
    private final String otherGroup = "group-" + UUID.randomUUID();
    private final List<GroupMember> members = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        kafka = KafkaResource.startKafka();
        admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
        // One partition: a group's second member gets none.
        admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
    }

    @AfterAll
    static void stop() {
        admin.close();
        kafka.close();
    }

    @AfterEach
    void leave() {
        members.forEach(GroupMember::close);
    }

    private GroupMember joins(GroupsJoined groups, String joined, String instance) {
        GroupMember member = new GroupMember(groups, kafka.bootstrapServers(), joined, instance);
        members.add(member);
        member.start(TOPIC);
        return member;
    }

    private static void awaitJoined(GroupsJoined groups, int count) {
        await("%d consumers have joined".formatted(count))
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(joined(groups)).isEqualTo(count));
    }

    private static long joined(GroupsJoined groups) {
        return (Long) groups.call().getData().orElseThrow().get("joined");
    }

    private static Status status(GroupsJoined groups) {
        return groups.call().getStatus();
    }

    @Test
    void aServiceThatWaitsForNobodyIsReady() {
        assertThat(status(new GroupsJoined(0))).isEqualTo(Status.UP);
    }

    @Test
    void readyOnceTheGroupIsJoinedAndNotBefore() {
        GroupsJoined groups = new GroupsJoined(1);
        HealthCheckResponse before = groups.call();

        joins(groups, group, "one");

        assertThat(before.getStatus()).isEqualTo(Status.DOWN);
        assertThat(before.getData()).contains(Map.of("joined", 0L, "expected", 1L));
        awaitJoined(groups, 1);
        assertThat(status(groups)).isEqualTo(Status.UP);
    }

    @Test
    void whoGetsNoPartitionHasJoinedAllTheSame() {
        GroupsJoined groups = new GroupsJoined(2);
        joins(groups, group, "one");
        awaitJoined(groups, 1);
        assertThat(status(groups)).isEqualTo(Status.DOWN);

        joins(groups, group, "two");

        awaitJoined(groups, 2);
        assertThat(status(groups)).isEqualTo(Status.UP);
        await("the one partition is one member's")
                .atMost(PATIENCE)
                .until(() -> members.stream()
                        .map(member -> member.partitions().size())
                        .sorted()
                        .toList()
                        .equals(List.of(0, 1)));
    }

    @Test
    void consumersOfSeveralGroupsCountEachAlsoWhereTheyAreNamedAlike() {
        GroupsJoined groups = new GroupsJoined(3);
        joins(groups, group, "one");
        joins(groups, group, "two");
        awaitJoined(groups, 2);
        assertThat(status(groups)).isEqualTo(Status.DOWN);

        joins(groups, otherGroup, "one");

        awaitJoined(groups, 3);
        assertThat(status(groups)).isEqualTo(Status.UP);
    }

    @Test
    void aStaticMemberThatComesBackIsNoOtherMember() {
        GroupsJoined groups = new GroupsJoined(2);
        joins(groups, group, "one").awaitJoined(1, PATIENCE).close();

        joins(groups, group, "one").awaitJoined(1, PATIENCE);

        assertThat(joined(groups)).isEqualTo(1);
        assertThat(status(groups)).isEqualTo(Status.DOWN);
    }

    @Test
    void staysReadyWhileAMemberThatTheGroupHasForgottenJoinsAgain() throws Exception {
        GroupsJoined groups = new GroupsJoined(1);
        GroupMember member = joins(groups, group, "one").awaitJoined(1, PATIENCE);

        admin.removeMembersFromConsumerGroup(
                        group, new RemoveMembersFromConsumerGroupOptions(List.of(new MemberToRemove("one"))))
                .all()
                .get();

        member.awaitLost(PATIENCE);
        assertThat(member.statusWhenLost()).isEqualTo(Status.UP);
        member.awaitJoined(2, PATIENCE);
        assertThat(joined(groups)).isEqualTo(1);
        assertThat(status(groups)).isEqualTo(Status.UP);
    }

    @Test
    void staysReadyWhenItsConsumersLeave() {
        GroupsJoined groups = new GroupsJoined(1);
        GroupMember member = joins(groups, group, "one").awaitJoined(1, PATIENCE);

        member.close();

        assertThat(status(groups)).isEqualTo(Status.UP);
    }
}
