package dev.parley.callcontrol.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.parley.contracts.call.Caller;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LayersTest {
    private static final String ROOT = "dev.parley.callcontrol";
    private static final String[] CORE = {
        ROOT + ".sip", ROOT + ".leg", ROOT + ".call", ROOT + ".dialplan", ROOT + ".ledger"
    };
    /** Pure functions from text to values, and those values; no message, transaction, stack or socket (ADR 18). */
    private static final String[] GRAMMAR = {
        "gov.nist.javax.sip.parser..",
        "gov.nist.javax.sip.header..",
        "gov.nist.javax.sip.address..",
        "gov.nist.javax.sdp.parser..",
        "gov.nist.javax.sdp",
        "javax.sip.header..",
        "javax.sip.address..",
        "javax.sdp..",
        "java.text",
        "java.net"
    };

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private static final String[] PLAIN = {
        "java.lang..",
        "java.util..",
        "java.time..",
        "org.jspecify..",
        "dev.parley.contracts..",
        ROOT + ".sip",
        ROOT + ".leg",
        ROOT + ".call",
        ROOT + ".dialplan",
        ROOT + ".ledger",
        "java.nio.charset"
    };

    @Test
    void coreKnowsNoLibraryAndNoShell() {
        noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .and()
                .resideOutsideOfPackage(ROOT + ".sip")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(PLAIN)
                .check(CLASSES);
    }

    @Test
    void sipValuesKnowTheGrammarAndNothingElseOfTheLibrary() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".sip")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(
                        Stream.of(PLAIN, GRAMMAR).flatMap(Arrays::stream).toArray(String[]::new))
                .check(CLASSES);
    }

    @Test
    void coreReadsNoClock() {
        noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.util.UUID.class, "randomUUID")
                .check(CLASSES);
    }

    @Test
    void sipLibraryStaysInItsAdapter() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".adapter.sip", ROOT + ".sip")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.sip..", "gov.nist..")
                .check(CLASSES);
    }

    @Test
    void switchboardKnowsNoAdapter() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".switchboard")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".adapter..", ROOT + ".config")
                .check(CLASSES);
    }

    /** Whoever is to be told of a caller is told what the caller shows; which number that is the dial plan says. */
    @Test
    void numberThatMayBeWithheldIsReadByTheDialPlanAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".dialplan", ROOT + ".switchboard")
                .should()
                .callMethod(Caller.class, "number")
                .orShould()
                .callMethod(Caller.class, "name")
                .check(CLASSES);
    }
}
