package dev.coppice.model.export.kairos;

import dev.coppice.model.diag.Fix;
import dev.coppice.model.export.kairos.KairosFindings.Saying;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YamlOp;
import dev.coppice.model.yaml.YamlPath;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Partitions that a step of {@code layout} adds: what cannot be made is only written to a log. */
final class LayoutCheck {

    private static final Set<String> FILE_SYSTEMS =
            Set.of(
                    "", "ext2", "ext3", "ext4", "xfs", "btrfs", "vfat", "fat", "fat16", "fat32",
                    "swap", "none", "-");

    private final KairosFindings findings;

    LayoutCheck(KairosFindings findings) {
        this.findings = findings;
    }

    void check(YNode root) {
        for (Steps.Step step : Steps.of(root)) {
            Optional<YNode> added =
                    step.get("layout").flatMap(l -> l.at(YamlPath.of("add_partitions")));
            partitions(Steps.items(added), step.path().key("layout").key("add_partitions"));
        }
    }

    private void partitions(List<YNode> partitions, YamlPath path) {
        boolean bootable = false;
        long rest = partitions.stream().filter(LayoutCheck::takesTheRest).count();
        for (int i = 0; i < partitions.size(); i++) {
            YNode partition = partitions.get(i);
            if (takesTheRest(partition) && i < partitions.size() - 1) {
                notLast(path, i, partitions.size() - 1, rest == 1);
            }
            String type = Steps.text(partition, "filesystem");
            if (!FILE_SYSTEMS.contains(type)) {
                findings.warn(
                        new Saying(
                                "kairos-filesystem",
                                "Kairos cannot make the file system " + type + ".",
                                "Use ext4, xfs, btrfs, vfat, swap or none."),
                        path.index(i).key("filesystem"));
            }
            if (Steps.text(partition, "bootable").equals("true")) {
                if (bootable) {
                    findings.warn(
                            new Saying(
                                    "kairos-bootable",
                                    "Only one partition can be bootable.",
                                    "Leave it at one of them."),
                            path.index(i).key("bootable"));
                }
                bootable = true;
            }
        }
    }

    private static boolean takesTheRest(YNode partition) {
        return partition instanceof YNode.YMap
                && Set.of("", "0").contains(Steps.text(partition, "size"));
    }

    private void notLast(YamlPath path, int at, int last, boolean alone) {
        var saying =
                new Saying(
                        "kairos-layout-rest",
                        "Without a size the partition takes all of the disk that is left, so"
                                + " nothing is left for those behind it.",
                        "Give it a size in MiB, or put it last.");
        if (alone) {
            var move = new YamlOp.Move(path.index(at), last);
            findings.warn(saying, path.index(at), new Fix("Put it last", List.of(move)));
        } else {
            findings.warn(saying, path.index(at));
        }
    }
}
