# Boots the system in a machine, and checks what must hold (checks in the spec).
# Run it with: nix flake check --print-build-logs
{
  name = "kiosk";

  nodes.machine = {
    imports = [ ./configuration.nix ];
    virtualisation.memorySize = 2048;
    virtualisation.cores = 2;
  };

  testScript = ''
    machine.start()
    machine.wait_for_unit("multi-user.target")
    machine.wait_for_unit("kiosk.service")
    machine.wait_for_unit("page-shown.service")
    # Boots within 300 s: not measured here, as the machine of a test is not yours
  '';
}
