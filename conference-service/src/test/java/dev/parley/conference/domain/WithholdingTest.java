package dev.parley.conference.domain;

import static dev.parley.conference.domain.ConferenceScenario.ANNA;
import static dev.parley.conference.domain.ConferenceScenario.OPEN;
import static dev.parley.conference.domain.ConferenceScenario.WITH_PIN;
import static dev.parley.conference.domain.ConferenceScenario.arrive;
import static dev.parley.conference.domain.ConferenceScenario.in;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conference.domain.ConferenceCommand.Answer;
import dev.parley.conference.domain.ConferenceEvent.ParticipantJoined;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who withholds its number has all its rights, and is anonymous to everybody. */
class WithholdingTest {
    private static final Party COLLEAGUE = Party.extension("802");
    private static final Party HIDDEN_EXTENSION = new Party("801", true, "192.0.2.1", true);
    private static final Party HIDDEN_OUTSIDER = new Party("+4930123456", false, "pstn", true);

    private static ConferenceScenario entered(Party party) {
        return in(OPEN).given(arrive(ANNA, party)).when(new Answer(ANNA));
    }

    @Test
    void joinsAnonymously() {
        for (Party party : new Party[] {HIDDEN_EXTENSION, HIDDEN_OUTSIDER}) {
            var scenario = entered(party);

            assertThat(((Decision.Accepted) scenario.decision()).events())
                    .filteredOn(ParticipantJoined.class::isInstance)
                    .singleElement()
                    .extracting("number")
                    .isEqualTo("anonymous");
            assertThat(scenario.decision().toString()).doesNotContain(party.number());
        }
    }

    @Test
    void ownerIsKnownAllTheSame() {
        Manners local = new Manners(
                false,
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                Manners.EndsWith.LAST,
                false,
                KeyMap.DEFAULT,
                Optional.of("801"));

        assertThat(local.isOwner(HIDDEN_EXTENSION)).isTrue();
    }

    @Test
    void guessesAreCountedByTheNumberThatIsWithheld() {
        var scenario = in(WITH_PIN).given(arrive(ANNA, HIDDEN_OUTSIDER), new Answer(ANNA));
        scenario.pinIs(PinMatch.NONE).whenPressed(ANNA, "1#");

        scenario.thenEffect(new Effect.CountGuess(HIDDEN_OUTSIDER));
    }

    @Test
    void invitesWithoutTellingItsNumber() {
        var scenario = entered(HIDDEN_EXTENSION).numbersReach(COLLEAGUE).whenPressed(ANNA, "*8802#");

        assertThat(caller(scenario)).isEqualTo(new CallerId(Optional.of("801"), Optional.of(true)));
    }

    /** R2: the codes that a phone dials before a number. */
    @ParameterizedTest
    @CsvSource({"*8802#, ", "*8*31*802#, true", "*8*30*802#, false"})
    void codeBeforeTheNumberCountsForThisCall(String keys, Boolean withheld) {
        var scenario = entered(Party.extension("801")).numbersReach(COLLEAGUE).whenPressed(ANNA, keys);

        assertThat(caller(scenario)).isEqualTo(new CallerId(Optional.of("801"), Optional.ofNullable(withheld)));
    }

    /** Otherwise a code would open what is barred. */
    @Test
    void whatIsLookedUpIsTheNumberWithoutTheCode() {
        var scenario = entered(Party.extension("801")).whenPressed(ANNA, "*8*31*0900");

        assertThat(DialledNumber.of(scenario.state(), new ConferenceCommand.PressKey(ANNA, '#'), Optional.empty())
                        .map(DialledNumber::number))
                .contains("0900");
    }

    /** Somebody outside who consults is called back on nobody's number but the tenant's. */
    @Test
    void numberOfSomebodyOutsideIsPresentedToNobody() {
        assertThat(CallerId.of(HIDDEN_OUTSIDER, Optional.empty()).number()).isEmpty();
        assertThat(CallerId.of(Party.outside("+4930123456"), Optional.empty()).number())
                .isEmpty();
    }

    private static CallerId caller(ConferenceScenario scenario) {
        return ((Decision.Accepted) scenario.decision())
                .effects().stream()
                        .filter(Effect.PlaceCall.class::isInstance)
                        .map(Effect.PlaceCall.class::cast)
                        .findFirst()
                        .orElseThrow()
                        .caller();
    }
}
