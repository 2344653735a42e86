# The configuration of a laptop, as people write it.
{ config, lib, pkgs, modulesPath, ... }@args:

let
  inherit (lib) mkIf mkDefault;
  user = "ada";
  domain = "example.org";
  sshKeys = [
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f ada@home"
  ];
  common = with pkgs; [ vim git htop ];
  isServer = false;
in
{
  imports = [
    ./hardware.nix
    (modulesPath + "/profiles/minimal.nix")
    <nixpkgs/nixos/modules/installer/scan/not-detected.nix>
  ];

  boot = {
    loader.systemd-boot.enable = true;
    loader.efi.canTouchEfiVariables = true;
    kernelPackages = pkgs.linuxPackages_latest; # needs nixpkgs
    kernelParams = [ "quiet" "splash" ];
    kernelModules = [ "kvm-intel" ];
    kernel.sysctl."net.ipv4.ip_forward" = true;
    kernel.sysctl."vm.swappiness" = mkDefault 10;
    tmp.cleanOnBoot = true;
  };

  networking.hostName = "${user}-laptop";
  networking.domain = domain;
  networking.networkmanager.enable = true;
  networking.firewall.allowedTCPPorts = [ 8080 ] ++ lib.optional isServer 443;
  networking.firewall.allowedUDPPortRanges = [ { from = 60000; to = 61000; } ];
  networking.hosts."192.168.1.10" = [ "nas" "nas.${domain}" ];

  time.timeZone = lib.mkForce "Europe/Amsterdam";
  i18n = rec {
    defaultLocale = "en_GB.UTF-8";
    extraLocaleSettings = { LC_TIME = "nl_NL.UTF-8"; LC_MEASUREMENT = defaultLocale; };
  };
  console.keyMap = "us";

  users.users.${user} = {
    isNormalUser = true;
    description = "Ada Lovelace";
    extraGroups = [ "wheel" "networkmanager" "audio" ];
    shell = pkgs.zsh;
    initialPassword = "letmein";
    openssh.authorizedKeys.keys = sshKeys;
    packages = with pkgs; [ firefox-esr thunderbird tree ];
  };
  users.users.backup = {
    isSystemUser = true;
    group = "backup";
  };
  users.groups.backup = { };
  security.sudo.wheelNeedsPassword = false;

  environment.systemPackages = common ++ (with pkgs; [
    curl
    wget
    nonesuch-tool
    (python3.withPackages (ps: [ ps.requests ]))
  ]);
  environment.variables.EDITOR = "vim";
  environment.etc."motd".text = ''
    Welcome to ''${HOST}, ${user}.
      It's ''' here.
  '';

  programs.zsh = {
    enable = true;
    ohMyZsh = { enable = true; plugins = [ "git" ]; };
  };

  services.openssh = {
    enable = true;
    ports = [ 2222 ];
    settings = {
      PasswordAuthentication = false;
      PermitRootLogin = "no";
      AllowUsers = [ user "root" ];
    };
  };
  services.nginx = mkIf (!isServer) {
    enable = true;
    recommendedGzipSettings = true;
    virtualHosts."www.${domain}".locations."/".proxyPass = "http://127.0.0.1:3000";
  };
  services.printing.enable = true;
  services.xserver.enable = true;
  services.xserver.videoDrivers = [ "modesetting" ];
  services.fwupd.enable = config.services.nginx.enable;

  systemd.services.backup = {
    description = "Copies home";
    after = [ "network-online.target" ];
    serviceConfig = { Type = "oneshot"; User = user; };
    environment.TARGET = "nas:/backup";
    script = ''
      rsync -a /home/ada "$TARGET"
    '';
    startAt = "daily";
  };
  systemd.timers.report = {
    wantedBy = [ "timers.target" ];
    timerConfig.OnCalendar = "Mon 04:00";
    timerConfig.Persistent = true;
  };
  systemd.services.report = {
    serviceConfig.Type = "oneshot";
    script = "/run/current-system/sw/bin/report --weekly";
  };

  virtualisation.oci-containers.containers.web = {
    image = "docker.io/library/nginx:1.28";
    ports = [ "8081:80" ];
    extraOptions = [ "--cap-drop=ALL" ];
  };

  nix.settings.experimental-features = [ "nix-command" "flakes" ];
  nixpkgs.config.allowUnfree = true;

  home-manager.users.${config.me} = { };

  swapDevices = [ { device = "/swapfile"; size = 4096; } ];
  system.stateVersion = "24.05"; # Did you read the comment?
}
