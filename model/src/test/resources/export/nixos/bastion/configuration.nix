# The options of NixOS that make this system. The words in parentheses are the
# fields of the spec that a part comes from. Look options up on search.nixos.org.
{ config, lib, pkgs, ... }:

{
  # System (hostname)
  networking.hostName = "bastion-01";

  # Time, language and console (timezone, locale, keyboard, console, ntp)
  time.timeZone = "Etc/UTC";
  i18n.defaultLocale = "C.UTF-8";
  services.timesyncd.enable = true;

  # People (users, groups, sudo)
  users.users.gate = {
    isNormalUser = true;
    openssh.authorizedKeys.keys = [
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f you@laptop"
    ];
  };
  security.sudo.extraRules = [
    {
      users = [ "gate" ];
      runAs = "root";
      commands = [
        { command = "/run/current-system/sw/bin/journalctl -u ssh"; options = [ "NOPASSWD" ]; }
      ];
    }
  ];

  # Services (services, sshd)
  services.openssh = {
    enable = true;
    settings = {
      AllowUsers = [ "gate" ];
      AuthenticationMethods = "publickey";
      Banner = "/etc/issue.net";
      KbdInteractiveAuthentication = false;
      LoginGraceTime = 20;
      MaxAuthTries = 3;
      PasswordAuthentication = false;
      PermitRootLogin = "no";
      X11Forwarding = false;
    };
    # The firewall below says which ports are open.
    openFirewall = false;
  };

  # Files (files)
  security.pam.loginLimits = [
    { domain = "*"; type = "hard"; item = "core"; value = "0"; }
  ];
  environment.etc."issue.net".text = ''
    This machine belongs to somebody. What you do here is written down.
  '';

  # Network (network)
  networking.nftables.enable = true;
  networking.firewall = {
    enable = true;
    allowedTCPPorts = [ 22 ];
  };

  # Kernel (kernel)
  boot.kernel.sysctl = {
    "kernel.dmesg_restrict" = 1;
    "kernel.kptr_restrict" = 2;
    "kernel.unprivileged_bpf_disabled" = 1;
    "kernel.yama.ptrace_scope" = 1;
    "net.ipv4.conf.all.accept_redirects" = 0;
    "net.ipv4.conf.all.rp_filter" = 1;
    "net.ipv4.conf.all.send_redirects" = 0;
    "net.ipv4.tcp_syncookies" = 1;
    "net.ipv6.conf.all.accept_redirects" = 0;
  };

  # The machine of nixos-rebuild build-vm (machine, storage)
  virtualisation.vmVariant.virtualisation = {
    memorySize = 1024;
    cores = 2;
    forwardPorts = [
      { from = "host"; host = { address = "127.0.0.1"; port = 2222; }; guest.port = 22; }
    ];
  };

  # The release that this system was first installed with. It stays as
  # it is when the system is upgraded: it says in which form data is kept.
  system.stateVersion = "26.05";
}
