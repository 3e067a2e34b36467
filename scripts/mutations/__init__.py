"""Kinds of corruption, tried on the real package to see whether its checks reject them."""
