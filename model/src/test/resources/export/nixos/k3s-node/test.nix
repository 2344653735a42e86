# Boots the system in a machine, and checks what must hold (checks in the spec).
# Run it with: nix flake check --print-build-logs
{
  name = "k3s-node";

  nodes.machine = {
    imports = [ ./configuration.nix ];
    virtualisation.memorySize = 4096;
    virtualisation.cores = 2;
  };

  testScript = ''
    machine.start()
    machine.wait_for_unit("multi-user.target")
    status, output = machine.execute("k3s --version")
    assert status == 0 and "v1.36" in output, output
    machine.wait_for_unit("k3s.service")
    machine.wait_for_open_port(6443)
    machine.succeed("test -e '/etc/rancher/k3s/k3s.yaml'")
    machine.succeed("k3s kubectl wait --for=condition=Ready node/k3s-01 --timeout=50s")
    # Boots within 300 s: not measured here, as the machine of a test is not yours
  '';
}
