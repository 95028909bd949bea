--liquibase formatted sql
--changeset shop:1
CREATE TABLE book (isbn text);
