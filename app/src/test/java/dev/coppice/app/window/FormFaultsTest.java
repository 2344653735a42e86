package dev.coppice.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.app.Ui;
import dev.coppice.model.schema.Section;

import javafx.css.PseudoClass;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is wrong is shown where it is wrong: at a name, at a value, at a switch. */
@Tag("window")
class FormFaultsTest {

    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");
    private static final PseudoClass DOUBTFUL = PseudoClass.getPseudoClass("doubtful");

    @TempDir private Path folder;

    @Test
    void namesValuesAndSwitches() throws Exception {
        Path project =
                project(
                        """
                        spec: 1
                        name: web
                        base: { distribution: debian, release: bookworm }
                        packages: [openssh-server]
                        services: { ssh: { enabled: maybe } }
                        sshd: { PermitRootLoginn: no, X11Forwarding: "perhaps" }
                        """);
        try (var open = new OpenProject(project)) {
            open.show(Section.SERVICES);

            assertThat(invalid(open, "sshd-PermitRootLoginn-name")).isTrue();
            assertThat(invalid(open, "sshd-PermitRootLoginn")).isFalse();
            assertThat(invalid(open, "sshd-X11Forwarding-name")).isFalse();
            assertThat(invalid(open, "sshd-X11Forwarding")).isTrue();

            var enabled = (CheckBox) open.node("#field-services-ssh-enabled");
            assertThat(Ui.fx(enabled::isIndeterminate)).isTrue();
            assertThat(Ui.fx(enabled::getText)).isEqualTo("\u201cmaybe\u201d");
            Ui.run(enabled::fire);
            open.settle();
            assertThat(open.text()).contains("enabled: true");
            assertThat(Ui.fx(enabled::isIndeterminate)).isFalse();
            assertThat(Ui.fx(enabled::getText)).isEqualTo("Yes");

            Ui.run(
                    () -> {
                        var name = (TextField) open.node("#field-sshd-PermitRootLoginn-name");
                        name.setText("PermitRootLogin");
                        name.fireEvent(new ActionEvent());
                    });
            open.settle();
            assertThat(open.text()).contains("PermitRootLogin: no");
            assertThat(invalid(open, "sshd-PermitRootLogin-name")).isFalse();
        }
    }

    @Test
    void aDoubtIsNotAFault() throws Exception {
        Path project =
                project(
                        """
                        spec: 1
                        name: web
                        base: { distribution: debian, release: bookworm }
                        users: [{ name: alice, groups: [ghosts] }]
                        units: [{ name: a.service, content: "" }]
                        """);
        try (var open = new OpenProject(project)) {
            open.show(Section.UNITS);
            assertThat(invalid(open, "units-0-content")).isTrue();

            open.show(Section.USERS);
            assertThat(is(open, "users-0-groups-0", INVALID)).isFalse();
            assertThat(is(open, "users-0-groups-0", DOUBTFUL)).isTrue();
            var warnings =
                    open.stage.getScene().getRoot().lookupAll(".item-row > .badge").stream()
                            .filter(Node::isVisible)
                            .map(each -> ((Label) each).getText());
            assertThat(Ui.fx(warnings::toList)).containsExactly("1 warning");
        }
    }

    private Path project(String spec) throws IOException {
        Path project = Files.createDirectories(folder.resolve("web"));
        Files.writeString(project.resolve("system.yaml"), spec);
        return project;
    }

    private static boolean invalid(OpenProject open, String id) {
        return is(open, id, INVALID);
    }

    private static boolean is(OpenProject open, String id, PseudoClass state) {
        return Ui.fx(() -> open.node("#field-" + id).getPseudoClassStates().contains(state));
    }
}
