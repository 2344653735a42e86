package dev.coppice.runner.vm;

import dev.coppice.model.spec.Machine.Forward;
import dev.coppice.runner.proc.Command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The command line of QEMU for a machine; see qemu(1). Nothing but what is named here is in the
 * machine, and nothing listens on TCP but the forwarded ports.
 */
public final class QemuCommandLine {

    /** The name under which qemu-guest-agent looks for its line. */
    static final String AGENT_PORT = "org.qemu.guest_agent.0";

    private final VmConfig config;
    private final Accelerator accelerator;
    private final RunDirectory directory;
    private final List<String> argv = new ArrayList<>();

    private QemuCommandLine(VmConfig config, Accelerator accelerator, RunDirectory directory) {
        this.config = config;
        this.accelerator = accelerator;
        this.directory = directory;
    }

    /**
     * The command that runs a machine.
     *
     * @param qemu the program {@code qemu-system-x86_64}
     */
    public static Command of(
            Path qemu, VmConfig config, Accelerator accelerator, RunDirectory directory) {
        var line = new QemuCommandLine(config, accelerator, directory);
        line.add(qemu.toString());
        line.machine();
        line.boot();
        line.dataDisks();
        line.sockets();
        line.network();
        line.display();
        return new Command(line.argv, Map.of(), Optional.empty());
    }

    private void machine() {
        add("-nodefaults", "-no-user-config");
        add("-name", "guest=" + escape(config.label()));
        add("-pidfile", directory.pidFile().toString());
        add("-machine", "q35,vmport=off");
        // The clock's catching up after a pause is worth little here, and costs under TCG.
        add("-rtc", "base=utc,clock=host");
        add("-accel", acceleratorOption());
        add("-cpu", accelerator == Accelerator.TCG ? "max" : "host");
        add("-smp", Integer.toString(config.cpus()));
        add("-m", config.memoryMiB() + "M");
        add("-object", "rng-random,id=rng0,filename=/dev/urandom");
        add("-device", "virtio-rng-pci,rng=rng0");
    }

    private String acceleratorOption() {
        return switch (accelerator) {
            case KVM -> "kvm";
            case HVF -> "hvf";
            case WHPX -> "whpx,kernel-irqchip=off";
            case TCG -> "tcg,thread=multi";
        };
    }

    private void boot() {
        switch (config.boot()) {
            case BootSource.Layers layers -> layers(layers);
            case BootSource.DiskImage disk -> {
                firmware(disk.firmware());
                image(disk);
            }
            case BootSource.Iso iso -> {
                firmware(iso.firmware());
                iso.target().ifPresent(this::image);
                disc(iso.image());
            }
        }
    }

    private void layers(BootSource.Layers source) {
        add("-kernel", source.kernel().toString());
        add("-initrd", source.initrd().toString());
        add("-append", kernelCommandLine(source));
        int number = 0;
        for (VmConfig.Disk layer : source.layers()) {
            disk("layer" + number++, layer, "readonly=on,cache=unsafe");
        }
        source.state().ifPresent(state -> disk("state", state, "discard=unmap"));
    }

    private void firmware(BootSource.Firmware firmware) {
        switch (firmware) {
            case BootSource.Firmware.Bios() -> {}
            case BootSource.Firmware.Uefi(Path code, Path variables) -> {
                add("-drive", "if=pflash,format=raw,unit=0,readonly=on,file=" + escape(code));
                add("-drive", "if=pflash,format=raw,unit=1,file=" + escape(variables));
            }
        }
    }

    /** The disk that the machine starts from, the first that the firmware tries. */
    private void image(BootSource.DiskImage disk) {
        String file = escape(disk.image().image());
        String format = disk.format().name().toLowerCase(Locale.ROOT);
        // What a snapshot takes in is in a file that has no name; see below.
        String options = disk.kept() ? "discard=unmap" : "snapshot=on,cache=unsafe";
        add("-drive", "if=none,id=system,file=" + file + ",format=" + format + "," + options);
        add(
                "-device",
                "virtio-blk-pci,drive=system,serial=" + disk.image().serial() + ",bootindex=0");
    }

    private void disc(Path image) {
        add("-drive", "if=none,id=disc,media=cdrom,format=raw,readonly=on,file=" + escape(image));
        add("-device", "ide-cd,drive=disc,bus=ide.0,bootindex=1");
    }

    private String kernelCommandLine(BootSource.Layers source) {
        var words = new ArrayList<String>();
        if (config.display()) {
            words.add("console=tty0");
        }
        words.add("console=ttyS0");
        words.add("quiet");
        words.add(
                "coppice.layers="
                        + source.layers().stream()
                                .map(VmConfig.Disk::serial)
                                .collect(Collectors.joining(",")));
        source.state().ifPresent(state -> words.add("coppice.state=" + state.serial()));
        words.add("random.trust_cpu=on");
        // One serial line is all there is: looking for three more costs time.
        words.add("8250.nr_uarts=1");
        if (accelerator == Accelerator.TCG) {
            words.add("tsc=reliable");
            words.add("no_timer_check");
            // An emulated processor does not speculate, so there is nothing to mitigate.
            words.add("mitigations=off");
            // The kernel patches itself while it runs, and emulation in QEMU before 8.1 loses the
            // breakpoint that it sets meanwhile, now and then: "int3: 0000" and a panic. Counting
            // the kernel's own memory would be patched into the code that runs most of all.
            words.add("cgroup.memory=nokmem");
            // systemd's 90 seconds are meant for real processors; on a busy host an emulated one
            // needs longer to start a service that is all right.
            words.add("systemd.default_timeout_start_sec=300");
        }
        words.addAll(config.kernelParameters());
        return String.join(" ", words);
    }

    private void dataDisks() {
        int number = 0;
        for (VmConfig.DataDisk data : config.disks()) {
            // What a snapshot takes in is in a file that has no name, so it is gone with QEMU,
            // however that ends.
            disk(
                    "data" + number++,
                    data.disk(),
                    data.kept() ? "discard=unmap" : "snapshot=on,cache=unsafe");
        }
    }

    private void disk(String id, VmConfig.Disk disk, String options) {
        String file = escape(disk.image().toString());
        add("-drive", "if=none,id=" + id + ",file=" + file + ",format=raw," + options);
        add("-device", "virtio-blk-pci,drive=" + id + ",serial=" + disk.serial());
    }

    private void sockets() {
        socket("monitor", directory.monitor(), "");
        add("-mon", "chardev=monitor,mode=control");
        socket("serial", directory.serial(), ",logfile=" + escape(directory.serialLog()));
        add("-serial", "chardev:serial");
        add("-device", "virtio-serial-pci");
        socket("agent", directory.agent(), "");
        add("-device", "virtserialport,chardev=agent,id=agent,name=" + AGENT_PORT);
    }

    private void socket(String id, Path path, String options) {
        add(
                "-chardev",
                "socket,id=" + id + ",path=" + escape(path) + ",server=on,wait=off" + options);
    }

    private void network() {
        var user = new StringBuilder("user,id=net0");
        for (Forward forward : config.forwards()) {
            user.append(",hostfwd=tcp:127.0.0.1:").append(forward.hostPort());
            user.append("-:").append(forward.guestPort());
        }
        add("-netdev", user.toString());
        add("-device", "virtio-net-pci,netdev=net0,romfile=");
        for (int card = 1; card < config.nics(); card++) {
            // QEMU's own network is 10.0.2.0/24; the next ones follow it.
            add("-netdev", "user,id=net" + card + ",restrict=on,net=10.0." + (2 + card) + ".0/24");
            add("-device", "virtio-net-pci,netdev=net" + card + ",romfile=");
        }
    }

    private void display() {
        add("-display", "none");
        if (config.display()) {
            add("-device", "VGA,xres=1280,yres=800");
            add("-device", "virtio-tablet-pci");
            add("-vnc", "unix:" + escape(directory.screen()));
        }
    }

    private void add(String... arguments) {
        argv.addAll(List.of(arguments));
    }

    /** QEMU's options separate their parts with commas; a doubled comma is one in a value. */
    private static String escape(Object value) {
        return value.toString().replace(",", ",,");
    }
}
