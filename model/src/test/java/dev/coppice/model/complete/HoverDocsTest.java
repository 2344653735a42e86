package dev.coppice.model.complete;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.packages.IndexedPackage;
import dev.coppice.model.packages.PackageEntry;
import dev.coppice.model.packages.PackageIndex;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.text.SpecText;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class HoverDocsTest {

    private static final String TEXT =
            """
            spec: 1
            packages: [nginx]
            users:
              - name: alice
                shell: /bin/zsh
            services:
              nginx: { enabled: true }
              systemd-resolved: { enabled: true }
            half
            """;

    private final HoverDocs docs = new HoverDocs(new SpecSchema());
    private final Catalog catalog =
            new Catalog(
                    Optional.of(
                            new PackageIndex(
                                    List.of(
                                            new IndexedPackage(
                                                    new PackageEntry(
                                                            "nginx",
                                                            "1.22",
                                                            "web",
                                                            9,
                                                            "web server"),
                                                    List.of(),
                                                    List.of())))),
                    Optional.empty(),
                    List::of);

    private Optional<Hover> at(String word) {
        return docs.at(new SpecText(TEXT), TEXT.indexOf(word) + 1, catalog);
    }

    @Test
    void keysAndValuesSayTheirField() {
        Hover shell = at("shell").orElseThrow();
        assertThat(shell.title()).isEqualTo("Shell");
        assertThat(shell.path()).hasToString("users[0].shell");
        assertThat(TEXT.substring(shell.range().start(), shell.range().end())).isEqualTo("shell");
        assertThat(shell.lines())
                .contains(
                        new Hover.Line("Without it", "`/bin/bash`"),
                        new Hover.Line("NixOS", "`users.users.<name>.shell`"));
        assertThat(at("/bin/zsh").orElseThrow().title()).isEqualTo("Shell");
        assertThat(at("enabled").orElseThrow().title()).isEqualTo("Enabled");
    }

    @Test
    void packagesAndUnitsSayWhatTheyAre() {
        assertThat(at("nginx]").orElseThrow().lines())
                .contains(new Hover.Line("Package", "web server"));
        assertThat(at("nginx:").orElseThrow().lines())
                .contains(new Hover.Line("Unit of", "`nginx`"));
        assertThat(at("systemd-resolved").orElseThrow().lines())
                .contains(new Hover.Line("Unit of", "the base system"));
    }

    @Test
    void nothingIsSaidOfWhatHasNoMeaning() {
        assertThat(at("half")).isEmpty();
        assertThat(docs.at(new SpecText(TEXT), TEXT.indexOf("packages") + 9, catalog)).isEmpty();
    }
}
