# Boots the system in a machine, and checks what must hold (checks in the spec).
# Run it with: nix flake check --print-build-logs
{
  name = "dev-box";

  nodes.machine = {
    imports = [ ./configuration.nix ];
    virtualisation.memorySize = 2048;
    virtualisation.cores = 2;
  };

  testScript = ''
    machine.start()
    machine.wait_for_unit("multi-user.target")
    status, output = machine.execute("gcc --version")
    assert status == 0 and "gcc" in output, output
    machine.succeed("git --version")
    machine.wait_for_unit("greet.timer")
    status, output = machine.execute("systemctl start greet && journalctl -u greet -o cat")
    assert status == 0 and "still here" in output, output
    status, output = machine.execute("runuser -u dev -- sudo -n id -un")
    assert status == 0 and "root" in output, output
    status, output = machine.execute("swapon --show=TYPE,SIZE --noheadings")
    assert status == 0 and "512M" in output, output
    assert machine.execute("cd /tmp && echo 'int main(void){return 7;}' > a.c && gcc a.c && ./a.out")[0] == 7
    # Boots within 300 s: not measured here, as the machine of a test is not yours
  '';
}
