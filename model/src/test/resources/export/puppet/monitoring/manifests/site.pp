# monitoring: Prometheus with an exporter, a rule and an alert
# Written by Coppice from system.yaml, for a machine that already runs Debian.
#   puppet apply --modulepath=modules manifests/site.pp
# On a server the two folders are those of an environment.

if $facts['os']['distro']['codename'] != 'trixie' {
  fail('This manifest is for Debian trixie.')
}

# The machine's name.

exec { 'set the host name':
  command  => 'hostnamectl hostname watch-01',
  unless   => 'test "$(hostname)" = watch-01',
  provider => shell,
  path     => ['/usr/local/bin', '/usr/bin', '/usr/sbin', '/bin', '/sbin'],
}

exec { 'let the machine know its own name':
  command  => 'sed -i \'/^127\\.0\\.1\\.1[[:space:]]/d\' /etc/hosts && echo \'127.0.1.1 watch-01\' >> /etc/hosts',
  unless   => 'grep -q -x \'127.0.1.1 watch-01\' /etc/hosts',
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
    'nftables',
    'prometheus',
    'prometheus-node-exporter',
    'systemd-timesyncd',
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

file { '/etc/prometheus':
  ensure => directory,
}

file { '/etc/prometheus/prometheus.yml':
  ensure => file,
  source => 'puppet:///modules/coppice/etc/prometheus/prometheus.yml',
  owner  => 'root',
  group  => 'root',
  mode   => '0644',
  notify => [Service['prometheus.service']],
}

file { '/etc/prometheus/rules':
  ensure => directory,
}

file { '/etc/prometheus/rules/machines.yml':
  ensure => file,
  source => 'puppet:///modules/coppice/etc/prometheus/rules/machines.yml',
  owner  => 'root',
  group  => 'root',
  mode   => '0644',
  notify => [Service['prometheus.service']],
}

file { '/etc/default/prometheus':
  ensure => file,
  source => 'puppet:///modules/coppice/etc/default/prometheus',
  owner  => 'root',
  group  => 'root',
  mode   => '0644',
  notify => [Service['prometheus.service']],
}

file { '/etc/default/prometheus-node-exporter':
  ensure => file,
  source => 'puppet:///modules/coppice/etc/default/prometheus-node-exporter',
  owner  => 'root',
  group  => 'root',
  mode   => '0644',
  notify => [Service['prometheus-node-exporter.service']],
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

service { 'systemd-timesyncd.service':
  ensure => running,
  enable => true,
}

service { 'prometheus-node-exporter.service':
  ensure => running,
  enable => true,
}

service { 'prometheus.service':
  ensure => running,
  enable => true,
}
