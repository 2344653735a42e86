{ config, lib, pkgs, modulesPath, ... }:
{
  boot.initrd.availableKernelModules = [ "xhci_pci" "nvme" ];
  boot.kernelModules = [ "coretemp" ];
  fileSystems."/" = { device = "/dev/disk/by-uuid/5b7c"; fsType = "ext4"; };
  fileSystems."/data" = { device = "/dev/disk/by-id/virtio-data"; fsType = "xfs"; };
  hardware.cpu.intel.updateMicrocode = lib.mkDefault config.hardware.enableRedistributableFirmware;
  nixpkgs.hostPlatform = lib.mkDefault "x86_64-linux";
}
