package dev.parley.conference.domain;

import static dev.parley.conference.domain.ConferenceScenario.ANNA;
import static dev.parley.conference.domain.ConferenceScenario.BEN;
import static dev.parley.conference.domain.ConferenceScenario.CLEO;
import static dev.parley.conference.domain.ConferenceScenario.OPEN;
import static dev.parley.conference.domain.ConferenceScenario.OUTSIDER;
import static dev.parley.conference.domain.ConferenceScenario.arrive;
import static dev.parley.conference.domain.ConferenceScenario.in;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conference.domain.ConferenceCommand.Answer;
import dev.parley.conference.domain.ConferenceEvent.InvitationRequested;
import dev.parley.conference.domain.Effect.PlaceCall;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class InvitingLimitsTest {
    private static final Party OUTSIDE = Party.outside("+4915112345");
    private static final Party COLLEAGUE = Party.extension("802");

    @Test
    @DisplayName("R2 a caller from outside may not invite, and is told so")
    void anOutsiderMayNot() {
        in(OPEN).given(arrive(ANNA, OUTSIDER), new Answer(ANNA))
                .numbersReach(OUTSIDE)
                .whenPressed(ANNA, "*8123#")
                .thenTold(ANNA, Prompt.NOT_ALLOWED)
                .thenNoEffectOf(PlaceCall.class);
    }

    @Test
    @DisplayName("R29 class of service, limits and unknown numbers are refused, each in its way")
    void limits() {
        Quota full = new Quota(2, OptionalInt.of(2));
        Quota free = Quota.UNLIMITED;
        ClassOfService all = ClassOfService.EVERYTHING;
        ClassOfService national = new ClassOfService(true, List.of("+49"), List.of("+49900"));

        refused(Dialling.NOBODY, Prompt.NOT_FOUND);
        refused(new Dialling(Optional.of(Party.outside("+331")), national, free, free, free), Prompt.NOT_ALLOWED);
        refused(new Dialling(Optional.of(Party.outside("+499001")), national, free, free, free), Prompt.NOT_ALLOWED);
        refused(new Dialling(Optional.of(OUTSIDE), all, full, free, free), Prompt.LIMIT_REACHED);
        refused(new Dialling(Optional.of(OUTSIDE), all, free, full, free), Prompt.LIMIT_REACHED);
        refused(new Dialling(Optional.of(OUTSIDE), all, free, free, full), Prompt.LIMIT_REACHED);
        var colleague =
                new Dialling(Optional.of(COLLEAGUE), new ClassOfService(false, List.of(), List.of()), full, full, full);
        assertThat(in(OPEN).givenMembers(ANNA)
                        .dialling(colleague)
                        .whenPressed(ANNA, "*81#")
                        .kindsOfEvents())
                .contains(InvitationRequested.class);
    }

    @Test
    @DisplayName("R8 R29 whoever is being called has a seat")
    void whoIsCalledHasASeat() {
        dialled(OUTSIDE).when(arrive(CLEO)).thenRejected(Rejection.ROOM_FULL);
        in(OPEN).givenMembers(ANNA, BEN, CLEO)
                .numbersReach(OUTSIDE)
                .whenPressed(ANNA, "*81#")
                .thenTold(ANNA, Prompt.CONFERENCE_FULL);
    }

    @Test
    @DisplayName("R29 a tenant has as many conferences and participants as it may have")
    void theTenantsLimits() {
        Quota full = new Quota(1, OptionalInt.of(1));

        in(OPEN).tenantHas(new Facts.TenantUse(full, Quota.UNLIMITED, 0))
                .when(arrive(ANNA))
                .thenRejected(Rejection.TENANT_EXHAUSTED);
        in(OPEN).givenMembers(ANNA)
                .tenantHas(new Facts.TenantUse(full, Quota.UNLIMITED, 0))
                .givenMembers(BEN)
                .tenantHas(new Facts.TenantUse(full, full, 0))
                .when(arrive(CLEO))
                .thenRejected(Rejection.TENANT_EXHAUSTED);
    }

    private static void refused(Dialling about, Prompt prompt) {
        in(OPEN).givenMembers(ANNA)
                .dialling(about)
                .whenPressed(ANNA, "*81#")
                .thenTold(ANNA, prompt)
                .thenNoEffectOf(PlaceCall.class);
    }

    /** Anna and Ben are in, and Anna dials. */
    private static ConferenceScenario dialled(Party party) {
        return in(OPEN).givenMembers(ANNA, BEN).numbersReach(party).whenPressed(ANNA, "*8123#");
    }
}
