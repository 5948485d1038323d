# optobench: a harness that measures generative optimizers
# SPDX-License-Identifier: Apache-2.0
"""Does with a public client what Client/ClientBenchmark.swift does with ours.

    chat_client.py openai|aiohttp URL

Each line is a case, the calls at once, and microseconds per call, separated by tabs: the median of
several rounds. Processor time is that of this process alone.
"""
import asyncio
import resource
import statistics
import sys
import time

ROUNDS = 5
CALLS_PER_ROUND = {1: 400, 16: 1000, 128: 1000}


def messages(number):
    return [
        {"role": "system", "content": "Answer with a number."},
        {"role": "user",
         "content": f"I have {number} apples and three pears. How many fruits do I have?"},
    ]


def openai_client(url):
    from openai import AsyncOpenAI
    client = AsyncOpenAI(base_url=url, api_key="none", max_retries=0)

    async def ask(number):
        answer = await client.chat.completions.create(
            model="m", messages=messages(number), temperature=0, max_tokens=1024)
        return answer.choices[0].message.content
    return ask, client.close


def aiohttp_client(url):
    import aiohttp
    session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0))

    async def ask(number):
        body = {"model": "m", "messages": messages(number), "temperature": 0, "max_tokens": 1024}
        async with session.post(url + "/chat/completions", json=body) as response:
            answer = await response.json()
        return answer["choices"][0]["message"]["content"]
    return ask, session.close


def processor_seconds():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


async def run(ask, count, lanes):
    async def lane(first):
        for number in range(first, count, lanes):
            assert (await ask(number)).endswith("Answer: 7")
    await asyncio.gather(*(lane(first) for first in range(lanes)))


async def main(name, url):
    ask, close = {"openai": openai_client, "aiohttp": aiohttp_client}[name](url)
    for lanes, count in CALLS_PER_ROUND.items():
        await run(ask, 4 * lanes, lanes)
        walls, processors = [], []
        for _ in range(ROUNDS):
            before, start = processor_seconds(), time.perf_counter()
            await run(ask, count, lanes)
            walls.append((time.perf_counter() - start) * 1e6 / count)
            processors.append((processor_seconds() - before) * 1e6 / count)
        print("call, time", lanes, statistics.median(walls), sep="\t")
        print("call, processor time", lanes, statistics.median(processors), sep="\t", flush=True)
    await close()


asyncio.run(main(*sys.argv[1:]))
