package dev.coppice.runner.vm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coppice.model.spec.Machine.Forward;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class QemuCommandLineTest {

    private static final Path QEMU = Path.of("/usr/bin/qemu-system-x86_64");
    private static final RunDirectory HOME =
            new RunDirectory(Path.of("/run/user/1000/coppice/m-01020304"));

    private static VmConfig config(boolean display, Optional<VmConfig.Disk> state) {
        return config(display, state, List.of(), 1);
    }

    private static VmConfig config(
            boolean display,
            Optional<VmConfig.Disk> state,
            List<VmConfig.DataDisk> disks,
            int nics) {
        return new VmConfig(
                "web-01 generation 3",
                new BootSource.Layers(
                        Path.of("/store/k/vmlinuz"),
                        Path.of("/store/k/initrd"),
                        List.of(
                                new VmConfig.Disk("c0ffee", Path.of("/store/a,b/image")),
                                new VmConfig.Disk("ba5e", Path.of("/store/base/image"))),
                        state),
                disks,
                List.of("audit=0"),
                1024,
                2,
                nics,
                List.of(new Forward(8080, 80), new Forward(2222, 22)),
                display);
    }

    private static String line(VmConfig config, Accelerator accelerator) {
        return String.join("\n", QemuCommandLine.of(QEMU, config, accelerator, HOME).argv());
    }

    @Test
    void isTheSameForTheSameMachine() {
        assertThat(line(config(true, Optional.empty()), Accelerator.TCG))
                .isEqualTo(
                        """
                        /usr/bin/qemu-system-x86_64
                        -nodefaults
                        -no-user-config
                        -name
                        guest=web-01 generation 3
                        -pidfile
                        /run/user/1000/coppice/m-01020304/qemu.pid
                        -machine
                        q35,vmport=off
                        -rtc
                        base=utc,clock=host
                        -accel
                        tcg,thread=multi
                        -cpu
                        max
                        -smp
                        2
                        -m
                        1024M
                        -object
                        rng-random,id=rng0,filename=/dev/urandom
                        -device
                        virtio-rng-pci,rng=rng0
                        -kernel
                        /store/k/vmlinuz
                        -initrd
                        /store/k/initrd
                        -append
                        console=tty0 console=ttyS0 quiet coppice.layers=c0ffee,ba5e \
                        random.trust_cpu=on 8250.nr_uarts=1 tsc=reliable no_timer_check \
                        mitigations=off cgroup.memory=nokmem systemd.default_timeout_start_sec=300 audit=0
                        -drive
                        if=none,id=layer0,file=/store/a,,b/image,format=raw,readonly=on,cache=unsafe
                        -device
                        virtio-blk-pci,drive=layer0,serial=c0ffee
                        -drive
                        if=none,id=layer1,file=/store/base/image,format=raw,readonly=on,cache=unsafe
                        -device
                        virtio-blk-pci,drive=layer1,serial=ba5e
                        -chardev
                        socket,id=monitor,path=/run/user/1000/coppice/m-01020304/qmp,\
                        server=on,wait=off
                        -mon
                        chardev=monitor,mode=control
                        -chardev
                        socket,id=serial,path=/run/user/1000/coppice/m-01020304/serial,\
                        server=on,wait=off,logfile=/run/user/1000/coppice/m-01020304/serial.log
                        -serial
                        chardev:serial
                        -device
                        virtio-serial-pci
                        -chardev
                        socket,id=agent,path=/run/user/1000/coppice/m-01020304/agent,\
                        server=on,wait=off
                        -device
                        virtserialport,chardev=agent,id=agent,name=org.qemu.guest_agent.0
                        -netdev
                        user,id=net0,hostfwd=tcp:127.0.0.1:8080-:80,hostfwd=tcp:127.0.0.1:2222-:22
                        -device
                        virtio-net-pci,netdev=net0,romfile=
                        -display
                        none
                        -device
                        VGA,xres=1280,yres=800
                        -device
                        virtio-tablet-pci
                        -vnc
                        unix:/run/user/1000/coppice/m-01020304/vnc\
                        """);
    }

    @Test
    void hasNoScreenAndNoScreensConsoleWithoutDisplay() {
        assertThat(line(config(false, Optional.empty()), Accelerator.TCG))
                .doesNotContain("VGA", "-vnc", "tty0");
    }

    @Test
    void attachesTheStateDiskAndTellsTheGuest() {
        var state = new VmConfig.Disk("coppice-state", Path.of("/state/web-01.img"));
        assertThat(line(config(false, Optional.of(state)), Accelerator.KVM))
                .contains("if=none,id=state,file=/state/web-01.img,format=raw,discard=unmap")
                .contains("virtio-blk-pci,drive=state,serial=coppice-state")
                .contains(" coppice.state=coppice-state ")
                .contains("-accel\nkvm\n-cpu\nhost\n")
                .doesNotContain("mitigations");
    }

    @Test
    void attachesDataDisksKeptOrThrownAway() {
        var kept = new VmConfig.Disk("data", Path.of("/state/web-01-data.img"));
        var thrown = new VmConfig.Disk("swap", Path.of("/run/m/swap.img"));
        List<VmConfig.DataDisk> disks =
                List.of(new VmConfig.DataDisk(kept, true), new VmConfig.DataDisk(thrown, false));
        assertThat(line(config(false, Optional.empty(), disks, 1), Accelerator.KVM))
                .contains(
                        "if=none,id=data0,file=/state/web-01-data.img,format=raw,discard=unmap\n"
                                + "-device\nvirtio-blk-pci,drive=data0,serial=data\n")
                .contains(
                        "if=none,id=data1,file=/run/m/swap.img,format=raw,"
                                + "snapshot=on,cache=unsafe\n"
                                + "-device\nvirtio-blk-pci,drive=data1,serial=swap\n");
    }

    @Test
    void letsTheFirmwareStartADisk() {
        var image = new VmConfig.Disk("system", Path.of("/store/i,1/disk.qcow2"));
        var firmware =
                new BootSource.Firmware.Uefi(
                        Path.of("/usr/share/OVMF/OVMF_CODE_4M.fd"), Path.of("/run/m/vars.fd"));
        var disk = new BootSource.DiskImage(image, BootSource.Format.QCOW2, false, firmware);
        assertThat(line(MachineKit.config(disk, true), Accelerator.KVM))
                .contains(
                        "-drive\nif=pflash,format=raw,unit=0,readonly=on,"
                                + "file=/usr/share/OVMF/OVMF_CODE_4M.fd\n"
                                + "-drive\nif=pflash,format=raw,unit=1,file=/run/m/vars.fd\n"
                                + "-drive\nif=none,id=system,file=/store/i,,1/disk.qcow2,"
                                + "format=qcow2,snapshot=on,cache=unsafe\n"
                                + "-device\nvirtio-blk-pci,drive=system,serial=system,"
                                + "bootindex=0\n")
                .doesNotContain("-kernel", "-append", "-initrd");
        assertThat(disk.keeps()).isFalse();
    }

    @Test
    void startsADiscWhenTheDiskIsStillEmpty() {
        var empty = new VmConfig.Disk("system", Path.of("/state/kairos.raw"));
        var bios = new BootSource.Firmware.Bios();
        var target = new BootSource.DiskImage(empty, BootSource.Format.RAW, true, bios);
        var iso = new BootSource.Iso(Path.of("/store/k.iso"), Optional.of(target), bios);
        assertThat(line(MachineKit.config(iso, true), Accelerator.KVM))
                .contains(
                        "format=raw,discard=unmap\n"
                                + "-device\nvirtio-blk-pci,drive=system,serial=system,"
                                + "bootindex=0\n"
                                + "-drive\nif=none,id=disc,media=cdrom,format=raw,readonly=on,"
                                + "file=/store/k.iso\n"
                                + "-device\nide-cd,drive=disc,bus=ide.0,bootindex=1\n")
                .doesNotContain("pflash");
        assertThat(iso.keeps()).isTrue();
    }

    @Test
    void givesEveryFurtherCardANetworkOfItsOwn() {
        String line = line(config(false, Optional.empty(), List.of(), 3), Accelerator.KVM);
        assertThat(line)
                .contains("-netdev\nuser,id=net1,restrict=on,net=10.0.3.0/24\n")
                .contains("-netdev\nuser,id=net2,restrict=on,net=10.0.4.0/24\n")
                .contains("-device\nvirtio-net-pci,netdev=net2,romfile=\n");
        assertThat(line.split("hostfwd", -1)).as("only the first has forwards").hasSize(3);
    }

    @Test
    void opensNothingOnTheNetworkButTheForwards() {
        String line = line(config(true, Optional.empty()), Accelerator.TCG);
        assertThat(line.lines().filter(part -> part.contains("tcp:")))
                .allMatch(part -> !part.replace("tcp:127.0.0.1:", "").contains("tcp:"));
        assertThat(HOME.serialLog().toString().length()).isLessThan(104);
    }

    @Test
    void refusesSerialsThatAGuestCannotSee() {
        Path image = Path.of("/x");
        assertThatThrownBy(() -> new VmConfig.Disk("a".repeat(21), image))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new VmConfig.Disk("a,b", image))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
