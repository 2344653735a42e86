# Boots the system in a machine, and checks what must hold (checks in the spec).
# Run it with: nix flake check --print-build-logs
{
  name = "minimal";

  nodes.machine = {
    imports = [ ./configuration.nix ];
    virtualisation.memorySize = 1024;
    virtualisation.cores = 2;
  };

  testScript = ''
    machine.start()
    machine.wait_for_unit("multi-user.target")
    # Boots within 120 s: not measured here, as the machine of a test is not yours
  '';
}
