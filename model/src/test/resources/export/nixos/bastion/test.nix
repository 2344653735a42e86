# Boots the system in a machine, and checks what must hold (checks in the spec).
# Run it with: nix flake check --print-build-logs
{
  name = "bastion";

  nodes.machine = {
    imports = [ ./configuration.nix ];
    virtualisation.memorySize = 1024;
    virtualisation.cores = 2;
  };

  testScript = ''
    machine.start()
    machine.wait_for_unit("multi-user.target")
    machine.wait_for_unit("sshd.service")
    machine.wait_for_unit("nftables.service")
    machine.wait_for_open_port(22)
    machine.succeed("sshd -T | grep -x 'passwordauthentication no'")
    machine.succeed("sshd -T | grep -x 'permitrootlogin no'")
    machine.succeed("! cut -d: -f2 /etc/shadow | grep -q '^\\$'")
    status, output = machine.execute("nft list chain inet coppice input")
    assert status == 0 and "policy drop" in output, output
    machine.succeed("runuser -u gate -- sudo -n journalctl -u ssh")
    assert machine.execute("runuser -u gate -- sudo -n id")[0] == 1
    status, output = machine.execute("sysctl -n kernel.kptr_restrict")
    assert status == 0 and "2" in output, output
    # Boots within 300 s: not measured here, as the machine of a test is not yours
  '';
}
