package dev.coppice.model.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.schema.Field;
import dev.coppice.model.schema.SpecSchema;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is said of fields and values reads alike for every target. */
class SupportTextTest {

    private static final int GENERATED = 100;
    private static final long SEED = 20261124;

    /** Two sentences: a phrase goes on behind a semicolon. */
    private static final Pattern TWO = Pattern.compile("[.!?] +[A-Z].*");

    private static final Pattern CAPITALISED = Pattern.compile("([A-Z][a-z]+)\\b.*");

    /** Words that have their capital wherever they stand: names, and keys of systemd and mkosi. */
    private static final Set<String> NAMES =
            Set.of(
                    "Ansible",
                    "Components",
                    "Coppice",
                    "Debian",
                    "Description",
                    "Distribution",
                    "Dockerfile",
                    "Hostname",
                    "Kairos",
                    "Locale",
                    "Mirror",
                    "Packages",
                    "Persistent",
                    "Podman",
                    "Puppet",
                    "Release",
                    "Requires",
                    "Suites",
                    "Timezone",
                    "User");

    @TestFactory
    Stream<DynamicTest> everyTextIsAPhrase() {
        List<ExportCases.Case> cases =
                Stream.of(ExportCases.gallery(), ExportCases.generated(GENERATED, SEED))
                        .flatMap(List::stream)
                        .toList();
        return new Exporters()
                .all().stream()
                        .map(
                                exporter ->
                                        DynamicTest.dynamicTest(
                                                exporter.id(), () -> phrases(exporter, cases)));
    }

    private static void phrases(Exporter exporter, List<ExportCases.Case> cases) {
        for (Field field : SupportTable.needed(new SpecSchema())) {
            String text = exporter.support().of(field).orElseThrow().text();
            assertThat(isPhrase(text)).as("%s: %s", field.id(), text).isTrue();
        }
        for (ExportCases.Case each : cases) {
            for (ExportResult.Entry entry : exporter.export(each.input()).report()) {
                String text = entry.support().text();
                assertThat(isPhrase(text)).as("%s of %s: %s", entry.path(), each, text).isTrue();
            }
        }
    }

    private static boolean isPhrase(String text) {
        var capital = CAPITALISED.matcher(text);
        return !text.isBlank()
                && text.equals(text.strip())
                && !text.endsWith(".")
                && !text.endsWith("!")
                && !TWO.matcher(text).find()
                && (!capital.matches() || NAMES.contains(capital.group(1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Set it there",
                "set it there.",
                "one thing. Another thing",
                "can it be? It can",
                " x",
                ""
            })
    void whatIsNoPhraseIsSeen(String text) {
        assertThat(isPhrase(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "networking.hostName",
                "NixOS has its own; see e.g. the manual",
                "FROM in the Dockerfile",
                "did you mean x?"
            })
    void whatIsAPhraseIsTaken(String text) {
        assertThat(isPhrase(text)).isTrue();
    }

    @Test
    void aPhraseCanStandAlone() {
        assertThat(new FieldSupport.Dropped("set it there").sentence()).isEqualTo("Set it there.");
        assertThat(new FieldSupport.Exact("time.timeZone").sentence()).isEqualTo("time.timeZone.");
        assertThat(new FieldSupport.Exact("runcmd: a script").sentence())
                .isEqualTo("runcmd: a script.");
        assertThat(new FieldSupport.Dropped("did you mean x?").sentence())
                .isEqualTo("Did you mean x?");
    }

    @Test
    void findingsAreMadePhrases() {
        assertThat(Phrase.of("This is a list. Kairos takes none.", "Write a text."))
                .isEqualTo("this is a list; Kairos takes none; write a text");
        assertThat(Phrase.of("NixOS has no option a.b", "Did you mean a.c?"))
                .isEqualTo("NixOS has no option a.b; did you mean a.c?");
        assertThat(Phrase.of("services.x is now called y", "Write y."))
                .isEqualTo("services.x is now called y; write y");
    }
}
