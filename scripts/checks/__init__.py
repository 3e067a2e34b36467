"""The checks of a package, one module a layer or part of one."""
