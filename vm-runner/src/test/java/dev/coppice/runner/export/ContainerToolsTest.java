package dev.coppice.runner.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.analysis.Analyzer;
import dev.coppice.model.analysis.ProjectFiles;
import dev.coppice.model.export.ExportInput;
import dev.coppice.model.export.ExportedFile;
import dev.coppice.model.export.containerfile.ContainerfileExporter;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.text.SpecText;
import dev.coppice.runner.tools.BaseImage;
import dev.coppice.runner.tools.Ran;
import dev.coppice.runner.tools.ToolRoot;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Builds an exported image with buildah. The image that it begins with is made here by mmdebstrap,
 * under the name that the export gives it: no registry is asked.
 */
@Tag("vm")
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class ContainerToolsTest {

    private static final String SPEC =
            """
            spec: 1
            name: contained
            base: { distribution: debian, release: trixie }
            timezone: Europe/London
            groups: [{ name: ops, gid: 1600 }]
            users:
              - { name: alice, uid: 1500, fullName: Alice Liddell, groups: [ops] }
            sudo: [{ group: ops, commands: [/usr/bin/id], password: false }]
            packages: [tree]
            units:
              - name: greeter.service
                content: |
                  [Service]
                  Type=oneshot
                  ExecStart=/usr/local/bin/greet
                  [Install]
                  WantedBy=multi-user.target
            services: { greeter: { enabled: true } }
            files:
              - { path: /usr/local/bin/greet, mode: "0755", content: "#!/bin/sh\\necho hello\\n" }
              - { path: /srv/notes/today, owner: alice, group: ops, mode: "0640", content: "it's $HOME\\n" }
            """;

    @TempDir Path folder;

    @Test
    void buildahMakesTheImage() throws Exception {
        Path context = export();
        String script;
        try (InputStream in = getClass().getResourceAsStream("build-image.sh")) {
            script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        Path system = BaseImage.of("trixie");
        long start = System.nanoTime();
        Ran ran =
                ToolRoot.ofTests()
                        .run(
                                List.of(folder, system.getParent()),
                                List.of(
                                        "sh",
                                        "-c",
                                        script,
                                        "sh",
                                        context.toString(),
                                        Files.createDirectory(folder.resolve("work")).toString(),
                                        system.toString()));
        System.out.printf("buildah: %.0f s%n", (System.nanoTime() - start) / 1e9);
        assertThat(ran.ok()).as(ran.toString()).isTrue();
        assertThat(ran.output())
                .contains(
                        "account: uid=1500(alice) gid=1500(alice) groups=1500(alice),1600(ops)",
                        "file: alice ops 640",
                        "text: it's $HOME",
                        "program: hello",
                        "zone: /usr/share/zoneinfo/Europe/London",
                        "package: install ok installed",
                        "unit: enabled",
                        "command: [/sbin/init]",
                        "stop: SIGRTMIN+3");
    }

    private Path export() throws Exception {
        var schema = new SpecSchema();
        ExportInput input =
                ExportInput.of(
                                schema,
                                new Analyzer(schema).analyze(new SpecText(SPEC), ProjectFiles.NONE),
                                ProjectFiles.NONE)
                        .orElseThrow();
        Path context = Files.createDirectory(folder.resolve("context"));
        for (ExportedFile file : new ContainerfileExporter().export(input).files()) {
            if (file instanceof ExportedFile.Text text) {
                Path place = context.resolve(text.path());
                Files.createDirectories(place.getParent());
                Files.writeString(place, text.content());
            }
        }
        return context;
    }
}
