"""The tools of the tests: time that passes when nothing else does."""

from __future__ import annotations

import asyncio
import threading
import time
from concurrent.futures import Future

import pytest

from tests.support.virtual_time import DeadlockError, VirtualDisk, VirtualLoop, run


def now() -> float:
    return asyncio.get_running_loop().time()


def test_a_day_passes_in_no_time() -> None:
    async def main() -> float:
        begin = now()
        await asyncio.sleep(86_400)
        return now() - begin

    real = time.monotonic()
    assert run(main()) == pytest.approx(86_400)
    assert time.monotonic() - real < 5


def test_timers_fire_in_order_and_on_time() -> None:
    fired: list[tuple[str, float]] = []

    async def wait(name: str, seconds: float) -> None:
        begin = now()
        await asyncio.sleep(seconds)
        fired.append((name, round(now() - begin, 6)))

    async def main() -> None:
        await asyncio.gather(wait("c", 30), wait("a", 0.001), wait("b", 29.999))

    run(main())
    assert fired == [("a", 0.001), ("b", 29.999), ("c", 30)]


def test_time_stands_still_while_a_thread_works() -> None:
    go_on = threading.Event()

    async def main() -> float:
        begin = now()
        asyncio.get_running_loop().call_soon(go_on.set)
        async with asyncio.timeout(5):
            assert await asyncio.to_thread(go_on.wait, 10)
        return now() - begin

    assert run(main()) == 0


def test_waiting_for_nothing_is_told_and_not_waited_for() -> None:
    async def main() -> None:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(10):
                await asyncio.Event().wait()

    run(main())
    loop = VirtualLoop()
    future: asyncio.Future[None] = loop.create_future()
    with pytest.raises(DeadlockError):
        loop.run_until_complete(future)
    loop.close()


def test_a_task_that_is_left_behind_is_told() -> None:
    async def main() -> None:
        main.task = asyncio.create_task(asyncio.sleep(1e6), name="left")  # type: ignore[attr-defined]

    with pytest.raises(AssertionError, match="left"):
        run(main())


def test_a_disk_works_in_order_and_takes_its_time() -> None:
    done: list[tuple[int, float]] = []

    async def main() -> None:
        latencies = iter([3.0, 1.0])
        disk = VirtualDisk(lambda: next(latencies))
        begin = now()
        futures = [disk.submit(lambda n=n: done.append((n, now() - begin))) for n in range(2)]
        await asyncio.gather(*map(asyncio.wrap_future, futures))
        disk.shutdown()
        with pytest.raises(RuntimeError):
            disk.submit(print)

    run(main())
    assert done == [(0, 3.0), (1, 4.0)]


def test_what_fails_on_a_disk_fails_for_whoever_waits() -> None:
    async def main() -> None:
        with pytest.raises(ZeroDivisionError):
            await asyncio.wrap_future(VirtualDisk(lambda: 0.1).submit(lambda: 1 // 0))

    run(main())


def test_a_disk_without_power_does_nothing_more() -> None:
    async def main() -> Future[None]:
        disk = VirtualDisk(lambda: 1.0)
        future = disk.submit(lambda: None)
        disk.pull_the_plug()
        await asyncio.sleep(10)
        return future

    assert not run(main()).done()
