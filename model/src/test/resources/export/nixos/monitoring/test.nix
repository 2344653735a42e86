# Boots the system in a machine, and checks what must hold (checks in the spec).
# Run it with: nix flake check --print-build-logs
{
  name = "monitoring";

  nodes.machine = {
    imports = [ ./configuration.nix ];
    virtualisation.memorySize = 1024;
    virtualisation.cores = 2;
  };

  testScript = ''
    machine.start()
    machine.wait_for_unit("multi-user.target")
    machine.wait_for_unit("prometheus.service")
    machine.wait_for_unit("prometheus-node-exporter.service")
    machine.wait_until_succeeds("curl --silent --insecure --output /dev/null --write-out '%{http_code}' 'http://localhost:9090/api/v1/status/config' | grep -x 200", timeout=60)
    machine.succeed("curl --silent --insecure 'http://localhost:9090/api/v1/status/config' | grep -F -e 'site: workshop'")
    machine.wait_until_succeeds("curl --silent --insecure --output /dev/null --write-out '%{http_code}' 'http://localhost:9090/-/ready' | grep -x 200", timeout=60)
    machine.wait_until_succeeds("curl --silent --insecure --output /dev/null --write-out '%{http_code}' 'http://localhost:9090/api/v1/query?query=up%7Bjob%3D%22machines%22%7D' | grep -x 200", timeout=60)
    machine.succeed("curl --silent --insecure 'http://localhost:9090/api/v1/query?query=up%7Bjob%3D%22machines%22%7D' | grep -F -e '\"1\"'")
    machine.wait_until_succeeds("curl --silent --insecure --output /dev/null --write-out '%{http_code}' 'http://localhost:9090/api/v1/rules' | grep -x 200", timeout=60)
    machine.succeed("curl --silent --insecure 'http://localhost:9090/api/v1/rules' | grep -F -e 'MachineIsDown'")
    # Boots within 300 s: not measured here, as the machine of a test is not yours
  '';
}
