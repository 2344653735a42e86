package dev.coppice.model.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.export.FieldSupport;
import dev.coppice.model.export.SupportTable;
import dev.coppice.model.schema.Field;
import dev.coppice.model.schema.SpecSchema;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A field is found by the option that the export to NixOS writes for it. */
class TargetNamesTest {

    private static final Pattern OPTION =
            Pattern.compile(
                    "((?:boot|console|environment|hardware|i18n|networking|programs|security"
                            + "|services|systemd|time|users|virtualisation)(?:\\.[\\w-]+)+).*");

    private static final int SEEN = 6;

    private final SpecSchema schema = new SpecSchema();
    private final SpecSearch search = new SpecSearch(schema);

    @TestFactory
    Stream<DynamicTest> findsTheField() {
        SupportTable table = SupportTable.of("nixos");
        return SupportTable.needed(schema).stream()
                .flatMap(field -> option(table, field).map(option -> test(option, field)).stream());
    }

    private static Optional<String> option(SupportTable table, Field field) {
        FieldSupport support = table.of(field).orElseThrow();
        Matcher matcher = OPTION.matcher(support.text());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private DynamicTest test(String option, Field field) {
        return DynamicTest.dynamicTest(
                field.id() + " by " + option,
                () -> {
                    List<String> found =
                            search.find(option, Optional.empty(), SEEN).stream()
                                    .map(hit -> ((Hit.OfField) hit).field().path())
                                    .toList();
                    String path = field.path().replaceAll("(\\[]|\\.\\*)$", "");
                    assertThat(found).anyMatch(each -> path.startsWith(each));
                });
    }
}
