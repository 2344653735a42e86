# Boots the system in a machine, and checks what must hold (checks in the spec).
# Run it with: nix flake check --print-build-logs
{
  name = "file-server";

  nodes.machine = {
    imports = [ ./configuration.nix ];
    virtualisation.memorySize = 1024;
    virtualisation.cores = 2;
    virtualisation.emptyDiskImages = [
      { size = 2048; driveConfig.deviceExtraOpts.serial = "share"; }
    ];
    virtualisation.fileSystems."/srv/share" = {
      device = "/dev/disk/by-id/virtio-share";
      fsType = "ext4";
      autoFormat = true;
      options = [ "noatime" ];
    };
  };

  testScript = ''
    machine.start()
    machine.wait_for_unit("multi-user.target")
    machine.wait_for_unit("samba-smbd.service")
    machine.wait_for_unit("nfs-server.service")
    status, output = machine.execute("testparm -s")
    assert status == 0 and "Loaded services file OK" in output, output
    status, output = machine.execute("cd /tmp && smbclient -N //localhost/public -c 'get readme.txt' && cat readme.txt")
    assert status == 0 and "Everybody may read here" in output, output
    assert machine.execute("smbclient -N //localhost/team -c ls")[0] == 1
    status, output = machine.execute("findmnt -no SOURCE,FSTYPE /srv/share")
    assert status == 0 and "ext4" in output, output
    status, output = machine.execute("exportfs -v")
    assert status == 0 and "/srv/share/public" in output, output
    # Boots within 300 s: not measured here, as the machine of a test is not yours
  '';
}
