import psycopg2
from django.db import connection, models
from plpython import plfunction, pltrigger
from sqlalchemy import Column, create_engine
from sqlalchemy.orm import DeclarativeBase


class Book(models.Model):
    title = models.TextField()


class Author(DeclarativeBase):
    __tablename__ = "author"
    name = Column()


def connect():
    return psycopg2.connect("dbname=shop")


@pltrigger(event="INSERT", when="AFTER", table="book")
def through_a_helper(new):
    connect().cursor().execute("INSERT INTO log VALUES (1)")


@pltrigger(event="INSERT", when="AFTER", table="book")
def imports_for_itself(new):
    import asyncpg

    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


@pltrigger(event="INSERT", when="AFTER", table="book")
def by_engine(new):
    create_engine("postgresql:///shop").connect()


@pltrigger(event="INSERT", when="AFTER", table="book")
def by_model(new):
    book = Book.objects.filter(title="x").first()
    book.save()


@pltrigger(event="INSERT", when="AFTER", model=Author)
def fine(new):
    pass


@plfunction
def a_function_may(a: int) -> int:
    import pg8000

    return connect().fileno()
