# Boots the system in a machine, and checks what must hold (checks in the spec).
# Run it with: nix flake check --print-build-logs
{
  name = "database";

  nodes.machine = {
    imports = [ ./configuration.nix ];
    virtualisation.memorySize = 1024;
    virtualisation.cores = 2;
  };

  testScript = ''
    machine.start()
    machine.wait_for_unit("multi-user.target")
    machine.wait_for_unit("shop-database.service")
    machine.wait_for_open_port(5432)
    status, output = machine.execute("runuser -u postgres -- psql -At shop -c \"select name from products order by name limit 1\"")
    assert status == 0 and "coppice hook" in output, output
    machine.wait_for_unit("shop-backup.timer")
    status, output = machine.execute("systemctl start shop-backup && pg_restore --list /var/backups/shop/shop.dump")
    assert status == 0 and "products" in output, output
    # Boots within 300 s: not measured here, as the machine of a test is not yours
  '';
}
