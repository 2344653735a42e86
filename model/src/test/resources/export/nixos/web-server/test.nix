# Boots the system in a machine, and checks what must hold (checks in the spec).
# Run it with: nix flake check --print-build-logs
{
  name = "web-server";

  nodes.machine = {
    imports = [ ./configuration.nix ];
    virtualisation.memorySize = 1024;
    virtualisation.cores = 2;
  };

  testScript = ''
    machine.start()
    machine.wait_for_unit("multi-user.target")
    machine.wait_for_unit("nginx.service")
    machine.wait_until_succeeds("curl --silent --insecure --output /dev/null --write-out '%{http_code}' 'http://localhost/' | grep -x 200", timeout=60)
    machine.succeed("curl --silent --insecure 'http://localhost/' | grep -F -e 'Grown by Coppice'")
    machine.wait_for_open_port(80)
    machine.succeed("grep -F -e 'web-01' -- '/etc/motd'")
    # Boots within 120 s: not measured here, as the machine of a test is not yours
  '';
}
