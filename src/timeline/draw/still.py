def png(*a): return b""
