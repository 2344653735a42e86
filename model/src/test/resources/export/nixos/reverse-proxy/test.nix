# Boots the system in a machine, and checks what must hold (checks in the spec).
# Run it with: nix flake check --print-build-logs
{
  name = "reverse-proxy";

  nodes.machine = {
    imports = [ ./configuration.nix ];
    virtualisation.memorySize = 1024;
    virtualisation.cores = 2;
  };

  testScript = ''
    machine.start()
    machine.wait_for_unit("multi-user.target")
    machine.wait_for_unit("nginx.service")
    machine.wait_for_unit("app.service")
    machine.wait_until_succeeds("curl --silent --insecure --output /dev/null --write-out '%{http_code}' 'http://localhost/' | grep -x 301", timeout=60)
    status, output = machine.execute("curl -fsS --retry 5 --cacert /etc/nginx/tls/cert.pem https://localhost/hello")
    assert status == 0 and "Hello from behind the proxy, you asked for /hello over https" in output, output
    status, output = machine.execute("stat -c '%a %U' /etc/nginx/tls/key.pem")
    assert status == 0 and "600 root" in output, output
    # Boots within 300 s: not measured here, as the machine of a test is not yours
  '';
}
