package dev.coppice.model.export.nixos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class NixosTablesTest {

    private final NixosPackages packages = new NixosPackages();
    private final NixosServices services = new NixosServices();

    @Test
    void knowWhatIsUsual() {
        assertThat(packages.names()).hasSizeGreaterThan(400);
        assertThat(services.names()).hasSizeGreaterThan(60);
    }

    @Test
    void everyRowMeansSomething() {
        for (String name : packages.names()) {
            switch (packages.of(name).orElseThrow()) {
                case NixosPackages.Attributes it ->
                        assertThat(it.attributes())
                                .as(name)
                                .isNotEmpty()
                                .allMatch(attribute -> attribute.matches("[A-Za-z_][\\w.-]*"));
                case NixosPackages.Options it -> assertThat(it.options()).as(name).isNotEmpty();
                case NixosPackages.Serves it ->
                        assertThat(it.units())
                                .as(name)
                                .allMatch(unit -> services.of(unit).isPresent());
                case NixosPackages.Builtin it -> assertThat(it.how()).as(name).isNotBlank();
                case NixosPackages.Nothing it -> assertThat(it.why()).as(name).isNotBlank();
            }
        }
    }

    @Test
    void unitsKeepTheirKind() {
        assertThat(services.unit("ssh.service")).isEqualTo("sshd.service");
        assertThat(services.unit("docker.socket")).isEqualTo("docker.service");
        assertThat(services.unit("my-own.timer")).isEqualTo("my-own.timer");
    }

    @Test
    void proposesWhatAnUnknownPackageMayBe() {
        assertThat(NixosPackages.candidates("python3-bottle")).contains("python3Packages.bottle");
        assertThat(NixosPackages.candidates("libfoo-dev")).contains("libfoo");
        assertThat(NixosPackages.candidates("foo-3.1")).contains("foo");
    }

    @Test
    void aTableSaysEachThingOnce() {
        assertThatThrownBy(() -> NixosTable.parse("a b : c\nb : d\n")).hasMessageContaining("b");
        assertThat(NixosTable.parse("# a : b\n\nx y : z w\n").keySet()).containsExactly("x", "y");
    }
}
