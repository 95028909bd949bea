import django_plpy.installer as dp


@plfunction
def one(a: int) -> int:
    return a


@dp.plfunction
def two(a: int) -> int:
    return dp
