# container-host: Containers as services
# Written by Coppice from system.yaml, for a machine that already runs Debian.
#   puppet apply --modulepath=modules manifests/site.pp
# On a server the two folders are those of an environment.

if $facts['os']['distro']['codename'] != 'trixie' {
  fail('This manifest is for Debian trixie.')
}

# The machine's name.

exec { 'set the host name':
  command  => 'hostnamectl hostname pods-01',
  unless   => 'test "$(hostname)" = pods-01',
  provider => shell,
  path     => ['/usr/local/bin', '/usr/bin', '/usr/sbin', '/bin', '/sbin'],
}

exec { 'let the machine know its own name':
  command  => 'sed -i \'/^127\\.0\\.1\\.1[[:space:]]/d\' /etc/hosts && echo \'127.0.1.1 pods-01\' >> /etc/hosts',
  unless   => 'grep -q -x \'127.0.1.1 pods-01\' /etc/hosts',
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
    'aardvark-dns',
    'ca-certificates',
    'crun',
    'iptables',
    'netavark',
    'nftables',
    'podman',
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

file { '/etc/nftables.conf':
  ensure => file,
  source => 'puppet:///modules/coppice/etc/nftables.conf',
  owner  => 'root',
  group  => 'root',
  mode   => '0755',
  notify => [Service['nftables.service']],
}

file { '/etc/systemd/system/web.service':
  ensure => file,
  source => 'puppet:///modules/coppice/etc/systemd/system/web.service',
  owner  => 'root',
  group  => 'root',
  mode   => '0644',
  notify => [Service['web.service']],
}

file { '/etc/systemd/system/toolbox.service':
  ensure => file,
  source => 'puppet:///modules/coppice/etc/systemd/system/toolbox.service',
  owner  => 'root',
  group  => 'root',
  mode   => '0644',
}

file { '/srv/www':
  ensure => directory,
}

file { '/srv/www/index.html':
  ensure => file,
  source => 'puppet:///modules/coppice/srv/www/index.html',
  owner  => 'root',
  group  => 'root',
  mode   => '0644',
}

# Time and language.

file { '/etc/localtime':
  ensure => link,
  target => '/usr/share/zoneinfo/Etc/UTC',
}

# Services.

service { 'nftables.service':
  ensure  => running,
  enable  => true,
  restart => 'systemctl reload nftables.service',
}

service { 'web.service':
  ensure => running,
  enable => true,
}
