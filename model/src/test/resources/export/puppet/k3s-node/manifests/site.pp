# k3s-node: Kubernetes on one machine
# Written by Coppice from system.yaml, for a machine that already runs Debian.
#   puppet apply --modulepath=modules manifests/site.pp
# On a server the two folders are those of an environment.

if $facts['os']['distro']['codename'] != 'trixie' {
  fail('This manifest is for Debian trixie.')
}

# The machine's name.

exec { 'set the host name':
  command  => 'hostnamectl hostname k3s-01',
  unless   => 'test "$(hostname)" = k3s-01',
  provider => shell,
  path     => ['/usr/local/bin', '/usr/bin', '/usr/sbin', '/bin', '/sbin'],
}

exec { 'let the machine know its own name':
  command  => 'sed -i \'/^127\\.0\\.1\\.1[[:space:]]/d\' /etc/hosts && echo \'127.0.1.1 k3s-01\' >> /etc/hosts',
  unless   => 'grep -q -x \'127.0.1.1 k3s-01\' /etc/hosts',
  provider => shell,
  path     => ['/usr/local/bin', '/usr/bin', '/usr/sbin', '/bin', '/sbin'],
}

# Packages, with lists that are not older than a day.

exec { 'fetch the lists of packages':
  command  => 'apt-get update && touch /var/lib/apt/periodic/update-success-stamp',
  unless   => 'test -n "$(find /var/lib/apt/periodic/update-success-stamp -mtime -1)" && test -z "$(find /etc/apt -newer /var/lib/apt/periodic/update-success-stamp)"',
  provider => shell,
  path     => ['/usr/local/bin', '/usr/bin', '/usr/sbin', '/bin', '/sbin'],
}

package { [
    'ca-certificates',
    'curl',
    'iptables',
    'nftables',
]:
  ensure          => installed,
  install_options => ['--no-install-recommends'],
  require         => Exec['fetch the lists of packages'],
}

# Software from outside Debian; a new digest brings it anew.

file { '/var/cache/coppice':
  ensure => directory,
}

exec { 'bring the bundle k3s':
  command  => 'set -e
  curl --fail --location --silent --show-error --output /var/cache/coppice/k3s https://github.com/k3s-io/k3s/releases/download/v1.36.4%2Bk3s1/k3s
  echo \'835873f37245fc615f547a2fe2af9402a347875f13fa64a1f136de644955ea3f  /var/cache/coppice/k3s\' | sha256sum --check --quiet
  install -D -m 0755 /var/cache/coppice/k3s /opt/k3s/k3s
  install -D -m 0755 /opt/k3s/k3s /usr/local/bin/k3s
  install -D -m 0755 /opt/k3s/k3s /usr/local/bin/kubectl
  install -D -m 0755 /opt/k3s/k3s /usr/local/bin/crictl
  echo 835873f37245fc615f547a2fe2af9402a347875f13fa64a1f136de644955ea3f > /var/cache/coppice/k3s.done',
  unless   => 'test "$(cat /var/cache/coppice/k3s.done)" = 835873f37245fc615f547a2fe2af9402a347875f13fa64a1f136de644955ea3f',
  provider => shell,
  path     => ['/usr/local/bin', '/usr/bin', '/usr/sbin', '/bin', '/sbin'],
  require  => [File['/var/cache/coppice'], Package['ca-certificates', 'curl']],
}

# Files.

file { '/etc/timezone':
  ensure => file,
  source => 'puppet:///modules/coppice/etc/timezone',
  owner  => 'root',
  group  => 'root',
  mode   => '0644',
}

file { '/etc/default/locale':
  ensure => file,
  source => 'puppet:///modules/coppice/etc/default/locale',
  owner  => 'root',
  group  => 'root',
  mode   => '0644',
}

file { '/etc/locale.conf':
  ensure => file,
  source => 'puppet:///modules/coppice/etc/locale.conf',
  owner  => 'root',
  group  => 'root',
  mode   => '0644',
}

file { '/etc/modules-load.d/coppice.conf':
  ensure => file,
  source => 'puppet:///modules/coppice/etc/modules-load.d/coppice.conf',
  owner  => 'root',
  group  => 'root',
  mode   => '0644',
}

file { '/etc/sysctl.d/90-coppice.conf':
  ensure => file,
  source => 'puppet:///modules/coppice/etc/sysctl.d/90-coppice.conf',
  owner  => 'root',
  group  => 'root',
  mode   => '0644',
}

file { '/etc/nftables.conf':
  ensure => file,
  source => 'puppet:///modules/coppice/etc/nftables.conf',
  owner  => 'root',
  group  => 'root',
  mode   => '0755',
  notify => [Service['nftables.service']],
}

file { '/etc/systemd/system/k3s.service':
  ensure => file,
  source => 'puppet:///modules/coppice/etc/systemd/system/k3s.service',
  owner  => 'root',
  group  => 'root',
  mode   => '0644',
  notify => [Service['k3s.service']],
}

file { '/etc/rancher':
  ensure => directory,
}

file { '/etc/rancher/k3s':
  ensure => directory,
}

file { '/etc/rancher/k3s/config.yaml':
  ensure => file,
  source => 'puppet:///modules/coppice/etc/rancher/k3s/config.yaml',
  owner  => 'root',
  group  => 'root',
  mode   => '0644',
  notify => [Service['k3s.service']],
}

exec { 'systemctl restart systemd-modules-load.service':
  refreshonly => true,
  path        => ['/usr/bin', '/usr/sbin', '/bin', '/sbin'],
  subscribe   => File['/etc/modules-load.d/coppice.conf'],
}

exec { 'sysctl --system':
  refreshonly => true,
  path        => ['/usr/bin', '/usr/sbin', '/bin', '/sbin'],
  subscribe   => File['/etc/sysctl.d/90-coppice.conf'],
}

# Time and language.

file { '/etc/localtime':
  ensure => link,
  target => '/usr/share/zoneinfo/Etc/UTC',
}

# Services.

service { 'nftables.service':
  ensure => running,
  enable => true,
}

service { 'k3s.service':
  ensure => running,
  enable => true,
}
