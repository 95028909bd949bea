from plpython import plfunction

API_KEY = "abc123"
PASSWORD = ""
ADDRESS = "https://me:geheim@example.com/"
PLACE = "https://example.com/a:b@c"
token = "+"


def login(user, password="geheim"):
    return user


@plfunction
def f(a: str, password: str) -> str:
    db_password = f"x{a}"
    login(a, password="x1")
    login(a, password=password)
    return API_KEY + PASSWORD + ADDRESS + PLACE + token
