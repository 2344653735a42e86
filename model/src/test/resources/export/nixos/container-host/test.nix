# Boots the system in a machine, and checks what must hold (checks in the spec).
# Run it with: nix flake check --print-build-logs
{
  name = "container-host";

  nodes.machine = {
    imports = [ ./configuration.nix ];
    virtualisation.memorySize = 2048;
    virtualisation.cores = 2;
  };

  testScript = ''
    machine.start()
    machine.wait_for_unit("multi-user.target")
    machine.wait_for_unit("web.service")
    machine.wait_until_succeeds("curl --silent --insecure --output /dev/null --write-out '%{http_code}' 'http://localhost/' | grep -x 200", timeout=60)
    machine.succeed("curl --silent --insecure 'http://localhost/' | grep -F -e 'Served by a container'")
    status, output = machine.execute("podman ps --format '{{.Names}}'")
    assert status == 0 and "web" in output, output
    machine.require_unit_state("toolbox.service", "inactive")
    # Boots within 300 s: not measured here, as the machine of a test is not yours
  '';
}
