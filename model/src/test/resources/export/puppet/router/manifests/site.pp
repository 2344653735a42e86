# router: A router with firewall, DHCP and names
# Written by Coppice from system.yaml, for a machine that already runs Debian.
#   puppet apply --modulepath=modules manifests/site.pp
# On a server the two folders are those of an environment.

if $facts['os']['distro']['codename'] != 'bookworm' {
  fail('This manifest is for Debian bookworm.')
}

# The machine's name.

exec { 'set the host name':
  command  => 'hostnamectl hostname gate-01',
  unless   => 'test "$(hostname)" = gate-01',
  provider => shell,
  path     => ['/usr/local/bin', '/usr/bin', '/usr/sbin', '/bin', '/sbin'],
}

exec { 'let the machine know its own name':
  command  => 'sed -i \'/^127\\.0\\.1\\.1[[:space:]]/d\' /etc/hosts && echo \'127.0.1.1 gate-01\' >> /etc/hosts',
  unless   => 'grep -q -x \'127.0.1.1 gate-01\' /etc/hosts',
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
    'bind9-dnsutils',
    'dnsmasq',
    'nftables',
]:
  ensure          => installed,
  install_options => ['--no-install-recommends'],
  require         => Exec['fetch the lists of packages'],
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

file { '/etc/dnsmasq.d':
  ensure => directory,
}

file { '/etc/dnsmasq.d/home.conf':
  ensure => file,
  source => 'puppet:///modules/coppice/etc/dnsmasq.d/home.conf',
  owner  => 'root',
  group  => 'root',
  mode   => '0644',
  notify => [Service['dnsmasq.service']],
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

service { 'dnsmasq.service':
  ensure => running,
  enable => true,
}
