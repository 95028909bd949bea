from . import register

__all__ = ["shown"]


@register
def shown():
    return hidden()


@register
def hidden():
    return "hidden"
