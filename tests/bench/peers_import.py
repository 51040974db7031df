"""The same files read by what Python offers: prints the milliseconds that reading took."""

import sys
import time


def openpyxl(path):
    from openpyxl import load_workbook
    book = load_workbook(path, read_only=True)
    return lambda: sum(1 for _ in book.active.iter_rows(values_only=True))


def pandas_xlsx(path):
    import pandas
    return lambda: len(pandas.read_excel(path, dtype=str))


def polars_xlsx(path):
    import polars
    return lambda: len(polars.read_excel(path))


def pandas_csv(path):
    import pandas
    return lambda: len(pandas.read_csv(path, dtype=str))


def polars_csv(path):
    import polars
    return lambda: len(polars.read_csv(path, infer_schema=False))


def duckdb(path):
    import os
    import tempfile

    import duckdb as duck
    base = duck.connect(os.path.join(tempfile.mkdtemp(), "bare.duckdb"))

    def run():
        base.execute(f"CREATE TABLE t AS SELECT * FROM read_csv('{path}', all_varchar = true)")
        base.execute('CREATE UNIQUE INDEX u ON t ("统一社会信用代码")')
        return base.execute("SELECT count(*) FROM t").fetchone()[0]
    return run


def main():
    run = globals()[sys.argv[1]](sys.argv[2])
    begun = time.perf_counter()
    rows = run()
    took = (time.perf_counter() - begun) * 1000
    assert rows >= 100_000, rows
    print(f"{took:.1f}")


main()
