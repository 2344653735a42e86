package dev.coppice.arch;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.stream.Stream;

/** The laws of the house hold in the real code, and each is able to fail. */
class ArchitectureTest {

    private static final String REAL = "dev.coppice";
    private static final String FIXTURES = "dev.coppice.arch.fixture";

    private final JavaClasses real =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(REAL);
    private final JavaClasses fixtures = new ClassFileImporter().importPackages(FIXTURES);

    @TestFactory
    Stream<DynamicTest> everyLawHolds() {
        return new Rules(REAL)
                .all().entrySet().stream()
                        .map(
                                rule ->
                                        DynamicTest.dynamicTest(
                                                rule.getKey(), () -> rule.getValue().check(real)));
    }

    @TestFactory
    Stream<DynamicTest> everyLawIsBrokenByItsFixture() {
        return new Rules(FIXTURES)
                .all().entrySet().stream()
                        .map(
                                rule ->
                                        DynamicTest.dynamicTest(
                                                rule.getKey(), () -> breaks(rule.getValue())));
    }

    @Test
    void allModulesAreLookedAt() {
        assertThat(real)
                .extracting(type -> type.getPackageName())
                .contains(
                        "dev.coppice.model.spec", "dev.coppice.runner.proc", "dev.coppice.app.cli");
    }

    private void breaks(ArchRule rule) {
        EvaluationResult result = rule.evaluate(fixtures);
        assertThat(result.hasViolation()).as(rule.getDescription()).isTrue();
    }
}
