# database: PostgreSQL with a database that outlives the machine
# Written by Coppice from system.yaml, for a machine that already runs Debian.
#   puppet apply --modulepath=modules manifests/site.pp
# On a server the two folders are those of an environment.

if $facts['os']['distro']['codename'] != 'bookworm' {
  fail('This manifest is for Debian bookworm.')
}

# The machine's name.

exec { 'set the host name':
  command  => 'hostnamectl hostname db-01',
  unless   => 'test "$(hostname)" = db-01',
  provider => shell,
  path     => ['/usr/local/bin', '/usr/bin', '/usr/sbin', '/bin', '/sbin'],
}

exec { 'let the machine know its own name':
  command  => 'sed -i \'/^127\\.0\\.1\\.1[[:space:]]/d\' /etc/hosts && echo \'127.0.1.1 db-01\' >> /etc/hosts',
  unless   => 'grep -q -x \'127.0.1.1 db-01\' /etc/hosts',
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
    'postgresql',
    'postgresql-client',
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

file { '/etc/systemd/system/shop-backup.timer':
  ensure => file,
  source => 'puppet:///modules/coppice/etc/systemd/system/shop-backup.timer',
  owner  => 'root',
  group  => 'root',
  mode   => '0644',
  notify => [Service['shop-backup.timer']],
}

file { '/etc/systemd/system/shop-backup.service':
  ensure => file,
  source => 'puppet:///modules/coppice/etc/systemd/system/shop-backup.service',
  owner  => 'root',
  group  => 'root',
  mode   => '0644',
}

file { '/etc/systemd/system/shop-database.service':
  ensure => file,
  source => 'puppet:///modules/coppice/etc/systemd/system/shop-database.service',
  owner  => 'root',
  group  => 'root',
  mode   => '0644',
  notify => [Service['shop-database.service']],
}

file { '/etc/postgresql':
  ensure => directory,
}

file { '/etc/postgresql/15':
  ensure => directory,
}

file { '/etc/postgresql/15/main':
  ensure => directory,
}

file { '/etc/postgresql/15/main/conf.d':
  ensure => directory,
}

file { '/etc/postgresql/15/main/conf.d/shop.conf':
  ensure => file,
  source => 'puppet:///modules/coppice/etc/postgresql/15/main/conf.d/shop.conf',
  owner  => 'root',
  group  => 'root',
  mode   => '0644',
  notify => [Service['postgresql.service']],
}

file { '/etc/postgresql/15/main/pg_hba.conf':
  ensure => file,
  source => 'puppet:///modules/coppice/etc/postgresql/15/main/pg_hba.conf',
  owner  => 'postgres',
  group  => 'postgres',
  mode   => '0640',
  notify => [Service['postgresql.service']],
}

file { '/etc/tmpfiles.d':
  ensure => directory,
}

file { '/etc/tmpfiles.d/shop.conf':
  ensure => file,
  source => 'puppet:///modules/coppice/etc/tmpfiles.d/shop.conf',
  owner  => 'root',
  group  => 'root',
  mode   => '0644',
}

file { '/usr/local/share':
  ensure => directory,
}

file { '/usr/local/share/shop':
  ensure => directory,
}

file { '/usr/local/share/shop/schema.sql':
  ensure => file,
  source => 'puppet:///modules/coppice/usr/local/share/shop/schema.sql',
  owner  => 'root',
  group  => 'root',
  mode   => '0644',
}

exec { 'systemd-tmpfiles --create /etc/tmpfiles.d/shop.conf':
  refreshonly => true,
  path        => ['/usr/bin', '/usr/sbin', '/bin', '/sbin'],
  subscribe   => File['/etc/tmpfiles.d/shop.conf'],
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

service { 'shop-backup.timer':
  ensure => running,
  enable => true,
}

service { 'postgresql.service':
  ensure => running,
  enable => true,
}

service { 'shop-database.service':
  ensure => running,
  enable => true,
}
