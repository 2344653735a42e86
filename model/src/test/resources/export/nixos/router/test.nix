# Boots the system in a machine, and checks what must hold (checks in the spec).
# Run it with: nix flake check --print-build-logs
{
  name = "router";

  nodes.machine = {
    imports = [ ./configuration.nix ];
    virtualisation.memorySize = 1024;
    virtualisation.cores = 2;
    virtualisation.qemu.options = [
      "-netdev user,id=net1,restrict=on"
      "-device virtio-net-pci,netdev=net1"
    ];
  };

  testScript = ''
    machine.start()
    machine.wait_for_unit("multi-user.target")
    machine.wait_for_unit("dnsmasq.service")
    machine.succeed("dnsmasq --test")
    status, output = machine.execute("dig +short @192.168.50.1 gate.home.arpa")
    assert status == 0 and "192.168.50.1" in output, output
    status, output = machine.execute("sysctl -n net.ipv4.ip_forward")
    assert status == 0 and "1" in output, output
    status, output = machine.execute("nft list ruleset")
    assert status == 0 and "masquerade" in output, output
    status, output = machine.execute("ip -br address show eth1")
    assert status == 0 and "192.168.50.1/24" in output, output
    # Boots within 300 s: not measured here, as the machine of a test is not yours
  '';
}
