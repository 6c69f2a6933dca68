package dev.parley.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.call.CallCommand;
import dev.parley.contracts.call.CallEvent;
import dev.parley.contracts.directory.DirectoryEntry;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.media.AudioPlan;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {
    private static final Family<CallEvent> CALLS = Family.of(CallEvent.class);

    @Test
    void aFieldOfTomorrowIsIgnored() {
        assertThat(CALLS.read(bytes("""
                        {"type":"LegHeld","room":"demo:910","leg":"l1","mood":"cheerful"}""")))
                .isEqualTo(new Reading.Understood<>(new CallEvent.LegHeld(new RoomId("demo:910"), new LegId("l1"))));
    }

    @Test
    void aKindOfTomorrowIsUnknownAndNamed() {
        assertThat(CALLS.read(bytes("""
                        {"type":"LegTransferred","room":"demo:910","leg":"l1"}"""))).isEqualTo(new Reading.Unknown<CallEvent>("LegTransferred"));
    }

    @Test
    void aValueOfTomorrowIsUnknownAndNamed() {
        assertThat(CALLS.read(bytes("""
                        {"type":"LegEnded","room":"demo:910","leg":"l1","reason":"TELEPORTED"}"""))).isEqualTo(new Reading.Unknown<CallEvent>("LegEnd 'TELEPORTED'"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'LegArrived','leg':'l','instance':0,'caller':{'origin':'PHONE','number':'801'},'dialled':'910'} | room",
                "{'type':'LegArrived','room':'demo:910','instance':0,'caller':{'origin':'PHONE','number':'801'},'dialled':'910'} | leg",
                "{'type':'LegArrived','room':'demo:910','leg':'l','instance':0,'dialled':'910'} | caller",
                "{'type':'LegArrived','room':'demo:910','leg':'l','instance':0,'caller':{'origin':'PHONE','number':'801'}} | dialled",
                "{'type':'LegArrived','room':'demo:910','leg':'l','caller':{'origin':'PHONE','number':'801'},'dialled':'910'} | instance",
                "{'type':'LegArrived','room':'demo:910','leg':'l','instance':null,'caller':{'origin':'PHONE','number':'801'},'dialled':'910'} | instance",
                "{'type':'LegEnded','room':'demo:910','leg':'l'} | reason",
                "{'room':'demo:910','leg':'l'} | type",
            })
    void aMissingFieldIsUnreadableAndNamed(String json, String field) {
        assertThat(CALLS.read(bytes(json.replace('\'', '"'))))
                .isInstanceOfSatisfying(
                        Reading.Unreadable.class,
                        unreadable -> assertThat((String) unreadable.why()).contains("'" + field + "'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"LegHeld\"",
                "no JSON",
                "{\"type\":\"LegHeld\",\"room\":\"demo:910\"",
                "{\"type\":\"LegHeld\",\"room\":\"without-tenant\",\"leg\":\"l\"}",
                "{\"type\":\"LegHeld\",\"room\":\"demo:910\",\"leg\":\" \"}",
                "{\"type\":\"LegHeld\",\"room\":7.5,\"leg\":{}}",
            })
    void whatIsNoMessageIsUnreadable(String text) {
        assertThat(CALLS.read(bytes(text))).isInstanceOf(Reading.Unreadable.class);
    }

    @Test
    void aPlanWithoutLegsListIsUnreadableRatherThanEmpty() {
        assertThat(Family.of(AudioPlan.class).read(bytes("""
                                {"type":"AudioPlan","room":"demo:910","revision":3,"ambience":"SILENCE"}"""))).isInstanceOf(Reading.Unreadable.class);
    }

    @Test
    void aRoomForNobodyIsUnreadable() {
        assertThat(Family.of(DirectoryEntry.class).read(bytes("""
                                {"type":"ConferenceEntry","tenant":"demo","extension":"910","name":"x",
                                 "options":{"maxMembers":0,"dynamic":false}}"""))).isInstanceOf(Reading.Unreadable.class);
    }

    @Test
    void theFieldsOfOneFamilyDoNotMakeAMessageOfAnother() {
        byte[] hangUp =
                Family.of(CallCommand.class).write(new CallCommand.HangUpLeg(new RoomId("demo:910"), new LegId("l1")));

        assertThat(CALLS.read(hangUp)).isEqualTo(new Reading.Unknown<CallEvent>("HangUpLeg"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
