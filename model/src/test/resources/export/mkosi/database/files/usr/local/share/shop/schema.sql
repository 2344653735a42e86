copy of files/schema.sql
