# The options of NixOS that make this system. The words in parentheses are the
# fields of the spec that a part comes from. Look options up on search.nixos.org.
{ config, lib, pkgs, ... }:

let
  # Fetched by their hashes, and unpacked in the Nix store (bundles).
  bundles = {
    k3s = pkgs.runCommand "k3s" {
      src = pkgs.fetchurl {
        url = "https://github.com/k3s-io/k3s/releases/download/v1.36.4%2Bk3s1/k3s";
        hash = "sha256-g1hz83JF/GFfVHov4q+UAqNHh18T+mSh8TbeZElV6j8=";
      };
    } ''
      mkdir -p $out
      cp $src $out/k3s
      chmod 0755 $out/k3s
    '';
  };
in
{
  # System (hostname)
  networking.hostName = "k3s-01";

  # Time, language and console (timezone, locale, keyboard, console, ntp)
  time.timeZone = "Etc/UTC";
  i18n.defaultLocale = "C.UTF-8";

  # Packages (packages)
  environment.systemPackages = with pkgs; [ iptables ];
  # ca-certificates: security.pki: every NixOS trusts the usual authorities

  # Software from elsewhere (bundles)
  # Programs made for other distributions look for libraries in /lib: here they are.
  programs.nix-ld.enable = true;
  systemd.tmpfiles.settings."00-bundles" = {
    "/opt/k3s"."L+".argument = "${bundles.k3s}";
    "/usr/local/bin/k3s"."L+".argument = "${bundles.k3s}/k3s";
    "/usr/local/bin/kubectl"."L+".argument = "${bundles.k3s}/k3s";
    "/usr/local/bin/crictl"."L+".argument = "${bundles.k3s}/k3s";
  };

  # Units and timers (units, timers)
  systemd.services.k3s = {
    description = "Kubernetes (k3s)";
    wants = [ "network-online.target" ];
    after = [ "network-online.target" ];
    wantedBy = [ "multi-user.target" ];
    # Programs of all packages, as a service on Debian finds them.
    path = [ "/run/current-system/sw" ];
    serviceConfig = {
      Type = "notify";
      ExecStart = "/usr/local/bin/k3s server";
      KillMode = "process";
      Delegate = true;
      LimitNOFILE = 1048576;
      TasksMax = "infinity";
      TimeoutStartSec = 0;
      Restart = "always";
      RestartSec = 5;
    };
  };

  # Files (files)
  environment.etc."rancher/k3s/config.yaml".text = ''
    write-kubeconfig-mode: "0640"
    # This machine's own system is a stack of layers, on which k3s cannot stack its own.
    snapshotter: native
    # A small machine needs no load balancer and no ingress to begin with.
    disable: [traefik, servicelb]
  '';

  # Network (network)
  networking.nftables.enable = true;
  networking.firewall = {
    enable = true;
    allowedTCPPorts = [ 6443 ];
    trustedInterfaces = [ "cni0" "flannel.1" ];
  };

  # Kernel (kernel)
  boot.kernelModules = [ "br_netfilter" "overlay" ];
  boot.kernel.sysctl = {
    "fs.inotify.max_user_instances" = 8192;
    "net.bridge.bridge-nf-call-iptables" = 1;
    "net.ipv4.ip_forward" = 1;
  };

  # Storage (storage)
  # Kept over a restart, as every directory of this machine is:
  # - /var/lib/rancher
  # - /etc/rancher/node

  # The machine of nixos-rebuild build-vm (machine, storage)
  virtualisation.vmVariant.virtualisation = {
    memorySize = 4096;
    cores = 2;
    forwardPorts = [
      { from = "host"; host = { address = "127.0.0.1"; port = 6443; }; guest.port = 6443; }
    ];
  };

  # The release that this system was first installed with. It stays as
  # it is when the system is upgraded: it says in which form data is kept.
  system.stateVersion = "26.05";
}
