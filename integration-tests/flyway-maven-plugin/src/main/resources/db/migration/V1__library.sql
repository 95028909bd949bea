CREATE SCHEMA library;
CREATE TABLE library.book (id int PRIMARY KEY, title text NOT NULL, sort_key text);
