package dev.coppice.model.export.cloudinit;

import dev.coppice.model.export.ExportInput;
import dev.coppice.model.export.ExportResult;
import dev.coppice.model.export.ExportedFile;
import dev.coppice.model.export.Exporter;
import dev.coppice.model.export.Language;
import dev.coppice.model.export.Report;
import dev.coppice.model.export.SupportTable;
import dev.coppice.model.export.TextWriter;
import dev.coppice.model.export.yaml.Yaml;
import dev.coppice.model.export.yaml.YamlDocument;
import dev.coppice.model.export.yaml.YamlMap;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.model.yaml.YamlScalars;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;

/**
 * Writes user-data, meta-data and network-config of cloud-init (its module reference and its
 * networking version 2), as a seed of the data source NoCloud.
 */
public final class CloudInitExporter implements Exporter {

    private static final int DIGITS = 12;

    @Override
    public String id() {
        return "cloud-init";
    }

    @Override
    public String title() {
        return "cloud-init";
    }

    @Override
    public String summary() {
        return "A seed that turns a plain Debian cloud image into the machine at its first boot.";
    }

    @Override
    public SupportTable support() {
        return SupportTable.of(id());
    }

    @Override
    public ExportResult export(ExportInput input) {
        var report = new Report();
        var files = new ArrayList<ExportedFile>();
        ExportedFile.Text user = userData(input, report);
        files.add(user);
        var content = new StringBuilder(user.content());
        boolean interfaces = !input.spec().network().interfaces().isEmpty();
        if (interfaces) {
            var text = new TextWriter("");
            new YamlDocument(text).write(NetworkConfig.of(input.spec().network()));
            ExportedFile.Text network = text.file("network-config", Language.YAML);
            files.add(network);
            content.append(network.content());
        }
        files.add(1, metaData(input.spec(), content.toString()));
        files.add(SeedScript.of(interfaces));
        return new ExportResult(files, report.entries(input.tree(), support()));
    }

    private static ExportedFile.Text userData(ExportInput input, Report report) {
        SystemSpec spec = input.spec();
        var boot = new FirstBoot(input, report);
        var root = new YamlMap();
        new SystemPart(boot).write(root);
        new PeoplePart(boot).write(root);
        new SoftwarePart(boot).write(root);
        new MachinePart(boot).write(root);
        new FilesPart(boot).write();
        if (!boot.packages().items().isEmpty()) {
            if (boot.reboots()) {
                boot.startNothingYet();
            }
            root.put("package_update", Yaml.bool(true));
            root.put("packages", boot.packages());
        }
        root.comment("Written before packages are installed, unless deferred.");
        root.putUnlessEmpty("write_files", boot.files());
        root.putUnlessEmpty("bootcmd", boot.earlyCommands());
        if (!boot.commands().items().isEmpty()) {
            root.comment("Run once, when the packages are installed.");
            root.put("runcmd", boot.commands());
        }
        if (boot.reboots()) {
            root.comment("Units and settings of the kernel count from the second boot on.");
            root.put("power_state", new YamlMap().put("mode", "reboot").done());
        }
        var text = new TextWriter("");
        text.line("#cloud-config");
        text.line(YamlScalars.comment(spec.name()), YamlPath.of("name"));
        if (!spec.description().isEmpty()) {
            text.line(YamlScalars.comment(spec.description()), YamlPath.of("description"));
        }
        text.line(
                "# For the cloud image of Debian " + spec.base().release() + ".",
                YamlPath.of("base", "distribution"),
                YamlPath.of("base", "release"));
        new YamlDocument(text.gap()).write(root.done());
        return text.file("user-data", Language.YAML);
    }

    /** A new instance, for which everything is done again, whenever the seed says something new. */
    private static ExportedFile.Text metaData(SystemSpec spec, String content) {
        var root = new YamlMap();
        root.put("instance-id", spec.name() + "-" + digest(content), YamlPath.of("name"));
        root.put("local-hostname", spec.hostname(), YamlPath.of("hostname"));
        var text = new TextWriter("");
        new YamlDocument(text).write(root.done());
        return text.file("meta-data", Language.YAML);
    }

    private static String digest(String content) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
