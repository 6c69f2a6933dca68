package dev.parley.conference.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.parley.conference.domain.Party;
import dev.parley.contracts.media.DigitSeal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Random;
import java.util.UUID;

@AnalyzeClasses(packages = "dev.parley.conference", importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {
    private static final String DOMAIN = "dev.parley.conference.domain..";
    private static final String APPLICATION = "dev.parley.conference.application..";

    @ArchTest
    static final ArchRule theDomainKnowsOnlyJavaAndTheSharedIdentities = classes()
            .that()
            .resideInAPackage(DOMAIN)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    DOMAIN, "dev.parley.contracts.id", "java.lang..", "java.util..", "java.time", "org.jspecify..");

    @ArchTest
    static final ArchRule theDomainReadsNoClockAndDrawsNoLots = noClasses()
            .that()
            .resideInAPackage(DOMAIN)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Random.class);

    @ArchTest
    static final ArchRule theApplicationKnowsNeitherAdaptersNorFrameworks = classes()
            .that()
            .resideInAPackage(APPLICATION)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    APPLICATION,
                    DOMAIN,
                    "dev.parley.contracts.id",
                    "java.lang..",
                    "java.util..",
                    "java.time",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule contractsAreMappedWhereTheyComeInOrGoOut = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.parley.conference.adapter.in.kafka",
                    "dev.parley.conference.adapter.out.kafka",
                    "dev.parley.conference.adapter.out.directory",
                    "dev.parley.conference.config")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "dev.parley.contracts.call",
                            "dev.parley.contracts.media",
                            "dev.parley.contracts.conference",
                            "dev.parley.contracts.directory",
                            "dev.parley.contracts.ledger")
                    // No message, but a cipher: what is stored is sealed as it travels.
                    .and(not(equivalentTo(DigitSeal.class))));

    /** A number may be withheld: lists, events and records take {@link Party#shown()}. */
    @ArchTest
    static final ArchRule whoeverIsToldOfAPartyIsToldWhatItShows = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.parley.conference.adapter.in.rest",
                    "dev.parley.conference.adapter.out.kafka",
                    "dev.parley.conference.adapter.out.webhook")
            .should()
            .callMethod(Party.class, "number");

    @ArchTest
    static final ArchRule whatGoesOutDoesNotKnowWhatComesIn = noClasses()
            .that()
            .resideInAPackage("dev.parley.conference.adapter.out..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.parley.conference.adapter.in..");
}
