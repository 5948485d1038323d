# optobench: a harness that measures generative optimizers
# SPDX-License-Identifier: Apache-2.0
"""Prints what PyStemmer 2.2.0.3 and bm25s 0.3.16 make of words and of queries to the encyclopedia.

The output is retrieval.json beside this file, with which our own stems and rankings are compared.
"""

import json
import pathlib
import re

import bm25s
import Stemmer

ROOT = pathlib.Path(__file__).resolve().parents[3]
DATASETS = ROOT / "datasets/hotpotqa-style"
CONSTRUCTED = """
abilities ability agreed agreement analogously apologies argued bleeding boys buying caresses cats
cement communal communism controllability cries crying cystic dying dies early edge exceeding
exceedingly failing falling feed feedly fizzed formalize formalities generalization generally generate
generous goodness gas gap herring hissing hopeful hopefulness hopping hoping idly inning internal
kiss kiwis knightly luxuriated news operational ponies possibly probably proceed proceeded radically
rational rationalize relational replacement running says sensibility sensational skies skis sky spy
stylishly succeeded sub tanned terribly this ties tying ugly vietnamization vileness yellow youth
yielding arsenal triplicate electricity electrical adoption adjustment dependent irritant effective
bowdlerize controlled rolls rate cease probate fluently archaeology logically easily singly gently
only howe atlas cosmos bias andes outings canning earring excess weirdly geniality valency
hesitancy digitizer conformably decisiveness callousness formality sensitivity demonstrable
""".split()


def main():
    stemmer = Stemmer.Stemmer("english")
    passages = [json.loads(line) for line in open(DATASETS / "encyclopedia.jsonl")]
    lines = [f"{passage['title']} | {passage['text']}" for passage in passages]
    questions = [
        json.loads(line)["input"]
        for name in ("bridge_questions", "comparison_questions")
        for line in list(open(DATASETS / f"{name}.jsonl"))[:12]
    ]
    readme = (DATASETS.parent / "gsm8k-style/README.md").read_text().lower()
    words = set(CONSTRUCTED) | set(re.findall(r"[a-z]{3,}", readme + " ".join(lines).lower()))
    tokenized = bm25s.tokenize(lines, stopwords="en", stemmer=stemmer, show_progress=False)
    retriever = bm25s.BM25(k1=0.9, b=0.4)
    retriever.index(tokenized, show_progress=False)
    queries = []
    more = [
        "novelist born in Ashford harp", "harp novels of 1800", "zebra crossing quickly",
        "the Patient Garden, the Patient Letter and the patient friends of the patient garden",
    ]
    for question in questions + more:
        query = bm25s.tokenize(question, stopwords="en", stemmer=stemmer, show_progress=False)
        places, scores = retriever.retrieve(query, k=7, show_progress=False)
        queries.append({
            "query": question,
            "titles": [passages[place]["title"] for place in places[0]],
            "scores": [round(float(score), 5) for score in scores[0]],
        })
    stems = {word: stemmer.stemWord(word) for word in sorted(words)}
    print(json.dumps({"stems": stems, "queries": queries}, indent=1))


if __name__ == "__main__":
    main()
