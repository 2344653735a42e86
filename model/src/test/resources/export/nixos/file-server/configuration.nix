# The options of NixOS that make this system. The words in parentheses are the
# fields of the spec that a part comes from. Look options up on search.nixos.org.
{ config, lib, pkgs, ... }:

{
  # System (hostname)
  networking.hostName = "files-01";

  # Time, language and console (timezone, locale, keyboard, console, ntp)
  time.timeZone = "Etc/UTC";
  i18n.defaultLocale = "C.UTF-8";

  # People (users, groups, sudo)
  users.users = {
    anna = {
      isNormalUser = true;
      uid = 1501;
      extraGroups = [ "team" ];
      shell = "${pkgs.shadow}/bin/nologin";
    };
    ben = {
      isNormalUser = true;
      uid = 1502;
      extraGroups = [ "team" ];
      shell = "${pkgs.shadow}/bin/nologin";
    };
  };
  users.groups.team.gid = 1500;

  # Services (services, sshd)
  services.samba = {
    enable = true;
    nmbd.enable = false;
    # On Debian, winbind is a package of its own.
    winbindd.enable = false;
  };
  services.nfs.server.enable = true;
  systemd.services.samba-ad-dc.enable = false;

  # Files (files)
  services.nfs.server.exports = ''
    # Servers of this network may read; only root of this machine is root.
    /srv/share/public  10.0.0.0/8(ro,all_squash,no_subtree_check)
  '';
  systemd.tmpfiles = {
    rules = [
      "d /srv/share         0755 root   root  -"
      "d /srv/share/public  0755 nobody users -"
      "d /srv/share/team    2770 root   team  -"
      "C /srv/share/public/readme.txt 0644 root root - /usr/local/share/readme.txt"
    ];
    settings."00-files"."/usr/local/share/readme.txt"."f+" = {
      mode = "0644";
      user = "root";
      group = "root";
      argument = ''
        Everybody may read here. The folder team is for its members.
      '';
    };
  };
  environment.etc."samba/smb.conf".source = lib.mkForce ./files/smb.conf;

  # Network (network)
  networking.nftables.enable = true;
  networking.firewall = {
    enable = true;
    allowedTCPPorts = [ 445 2049 ];
  };

  # Storage (storage)
  fileSystems."/srv/share" = {
    device = "/dev/disk/by-id/virtio-share";
    fsType = "ext4";
    autoFormat = true;
    options = [ "noatime" ];
  };
  # Kept over a restart, as every directory of this machine is:
  # - /var/lib/samba

  # The machine of nixos-rebuild build-vm (machine, storage)
  virtualisation.vmVariant.virtualisation = {
    memorySize = 1024;
    cores = 2;
    emptyDiskImages = [ { size = 2048; driveConfig.deviceExtraOpts.serial = "share"; } ];
    fileSystems."/srv/share" = {
      device = "/dev/disk/by-id/virtio-share";
      fsType = "ext4";
      autoFormat = true;
      options = [ "noatime" ];
    };
  };

  # The release that this system was first installed with. It stays as
  # it is when the system is upgraded: it says in which form data is kept.
  system.stateVersion = "26.05";
}
