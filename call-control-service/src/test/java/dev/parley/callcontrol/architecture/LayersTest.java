package dev.parley.callcontrol.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.parley.contracts.call.Caller;
import org.junit.jupiter.api.Test;

class LayersTest {
    private static final String ROOT = "dev.parley.callcontrol";
    private static final String[] CORE = {
        ROOT + ".sip", ROOT + ".leg", ROOT + ".call", ROOT + ".dialplan", ROOT + ".ledger"
    };
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void coreKnowsNoLibraryAndNoShell() {
        noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(
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
                        "java.nio.charset")
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
                .resideOutsideOfPackage(ROOT + ".adapter.sip")
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
