"""Nothing of it is needed."""
NAME = "shop"
