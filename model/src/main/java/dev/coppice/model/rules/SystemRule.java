package dev.coppice.model.rules;

import dev.coppice.model.bind.Bound;
import dev.coppice.model.bind.Fixes;
import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Finding;

import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The machine has a name of its own, and its packages do something here. */
final class SystemRule implements Rule {

    private static final Set<String> EVERYBODY =
            Set.of("localhost", "localhost.localdomain", "ip6-localhost");
    private static final Pattern BOOT =
            Pattern.compile(
                    "linux-image-.*|linux-headers-amd64|grub-.*|grub2.*|systemd-boot.*"
                            + "|initramfs-tools.*|dracut.*|extlinux|syslinux.*");

    @Override
    public void check(RuleContext context, Consumer<Finding> findings) {
        context.root()
                .text("hostname")
                .filter(name -> EVERYBODY.contains(name.value()))
                .ifPresent(
                        name ->
                                findings.accept(
                                        Finding.at(
                                                name.path(),
                                                DiagnosticCode.LOCALHOST_NAME,
                                                "`"
                                                        + name.value()
                                                        + "` is what every machine calls itself",
                                                "Give the machine a name of its own.",
                                                Fixes.remove(name.path()))));
        for (Bound.Value<String> name : context.root().texts("packages")) {
            if (BOOT.matcher(name.value()).matches()) {
                findings.accept(
                        Finding.at(
                                name.path(),
                                DiagnosticCode.NEEDLESS_PACKAGE,
                                "Coppice brings its own kernel and starts it itself: `"
                                        + name.value()
                                        + "` only makes the image larger",
                                "Remove it, unless another program needs it.",
                                Fixes.remove(name.path())));
            }
        }
    }
}
