from plpython import plfunction, pltrigger


@plfunction
def netPrice(grossPrice: int) -> int:
    return grossPrice


@plfunction(name="order_price", schema="Shop")
def OrderPrice(price: int) -> int:
    return price


@pltrigger(event="INSERT", when="AFTER", table="Book", name="onInsert", schema="Audit")
def log_insert(new):
    pass


@pltrigger(event="INSERT", when="AFTER", table="book")
def logInsert(new):
    pass


@plfunction
def größe(straße: str) -> str:
    return straße
