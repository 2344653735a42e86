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
                Path.of("/store/k/vmlinuz"),
                Path.of("/store/k/initrd"),
                List.of(
                        new VmConfig.Disk("c0ffee", Path.of("/store/a,b/image")),
                        new VmConfig.Disk("ba5e", Path.of("/store/base/image"))),
                state,
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
