package dev.coppice.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.app.Ui;
import dev.coppice.model.schema.Section;

import javafx.css.PseudoClass;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

/** What is wrong is shown where it is wrong: at a name, at a value, at a switch. */
@Tag("window")
class FormFaultsTest {

    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    @TempDir private Path folder;

    @Test
    void namesValuesAndSwitches() throws Exception {
        Path project = Files.createDirectories(folder.resolve("web"));
        Files.writeString(
                project.resolve("system.yaml"),
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

    private static boolean invalid(OpenProject open, String id) {
        return Ui.fx(
                () -> {
                    Node node = open.node("#field-" + id);
                    return node.getPseudoClassStates().contains(INVALID);
                });
    }
}
