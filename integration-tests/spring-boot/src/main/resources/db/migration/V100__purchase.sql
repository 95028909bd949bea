CREATE TABLE purchase (id int PRIMARY KEY, net numeric NOT NULL);
INSERT INTO purchase VALUES (1, 10), (2, 12.5);
