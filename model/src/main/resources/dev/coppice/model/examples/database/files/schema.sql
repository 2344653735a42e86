-- Run at every start. Each statement only adds what is not there yet.
select 'create role shop login' where not exists (select from pg_roles where rolname = 'shop') \gexec
select 'create database shop owner shop' where not exists
    (select from pg_database where datname = 'shop') \gexec

-- Nobody can log in as shop over the network before it has a password:
--   sudo -u postgres psql -c '\password shop'
-- The password lives in the database, which is kept; it never stands in system.yaml.

\connect shop
set role shop;

create table if not exists products (
    name  text primary key,
    price numeric(8, 2) not null check (price >= 0)
);

insert into products values ('coppice hook', 24.50), ('hazel rods', 6.00)
on conflict do nothing;
